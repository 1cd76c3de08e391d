"""Pages of short-term episodes."""
