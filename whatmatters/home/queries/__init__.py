"""What pages about several contexts at once read."""
