"""Pages about who somebody is and how they may be reached."""
