"""What changes a life and the support with it: a hospital stay, a death, a move."""
