"""A patch paid as a block: its year, how full its team is, and when a review is proposed."""
