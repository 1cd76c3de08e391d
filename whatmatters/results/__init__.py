"""Results of a whole service, paid by what was counted: told, agreed, corrected by lines."""
