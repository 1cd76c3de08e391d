"""Pages of direct payments."""
