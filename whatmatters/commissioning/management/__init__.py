"""Commands of commissioning."""
