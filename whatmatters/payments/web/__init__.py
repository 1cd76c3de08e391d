"""Pages of money: runs and their release, statements that open to their sums, contests."""
