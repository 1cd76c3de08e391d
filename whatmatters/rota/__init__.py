"""The rota: a day planned, checked and planned again."""
