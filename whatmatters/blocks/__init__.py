"""Patches paid as a block: one team for one patch, its year, its capacity and its open book."""
