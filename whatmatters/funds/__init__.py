"""Funds: one person's money, held by a provider, spent as was agreed with her (R-IS)."""
