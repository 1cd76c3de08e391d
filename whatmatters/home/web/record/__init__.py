"""A person’s record: one page with a spine."""
