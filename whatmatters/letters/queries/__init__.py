"""Questions about letters: what is due, what waits, what stands in one."""
