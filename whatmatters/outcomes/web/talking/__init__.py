"""Pages of conversations: what somebody can do for themselves, then what matters to them."""
