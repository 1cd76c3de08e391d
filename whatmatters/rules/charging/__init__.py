"""Charging the person, apart from paying the provider (R-LE-06, R-LE-07).

What she pays in a week is the smallest of the base, what she can afford, each cap that holds, and
what her services cost the council in that week. Each module holds one rule and no number.
"""
