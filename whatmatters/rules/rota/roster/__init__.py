"""Who works which turn of the coming weeks: what a roster must keep to, and what it costs."""
