"""Pages of one outcome: set, followed, let go or replaced, paid by, said to be off track."""
