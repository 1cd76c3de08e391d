"""Pages of delivery plans and of the rota."""
