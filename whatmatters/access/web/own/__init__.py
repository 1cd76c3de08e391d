"""Pages of the reader's own account: language, open sessions, what was done to it."""
