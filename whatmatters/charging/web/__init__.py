"""Pages of charging: her statement in plain words, and the finance officer's three forms."""
