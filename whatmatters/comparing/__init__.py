"""Replay: what the same facts would have come to under each way of paying. It writes nothing."""
