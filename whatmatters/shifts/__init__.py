"""Whole shifts of a team, paid by two funders: recorded, divided three ways, corrected by lines."""
