"""The page that sets ways of paying beside one another."""
