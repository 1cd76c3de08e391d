"""Commands of the rota."""
