"""Pages of letters, and of what people tell us."""
