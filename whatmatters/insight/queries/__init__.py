"""Questions about how it goes: figures counted from what lower contexts know."""
