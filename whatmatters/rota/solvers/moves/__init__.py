"""One module a kind of move: each writes its steps down, or none where it may not be."""
