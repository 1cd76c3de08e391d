"""Replay: the same people and the same facts, priced by each way of paying (R-NX-01, R-TT-05)."""
