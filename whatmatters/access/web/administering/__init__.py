"""Pages of an administrator: the accounts of the own body, their roles, and what was done."""
