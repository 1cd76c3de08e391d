"""Pages about who sees what of a person, and who has looked."""
