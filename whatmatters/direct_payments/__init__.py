"""Direct payments: money of the person's own, paid in advance, with a light record (R-DP)."""
