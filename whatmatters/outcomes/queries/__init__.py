"""Questions about the case. They never write."""
