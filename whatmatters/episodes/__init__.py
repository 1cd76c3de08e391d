"""Short-term episodes: a few weeks of support with a clock, and one end state each (R-TR)."""
