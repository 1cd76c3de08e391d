"""What proposes plans: simulated annealing over the routes of a day, compiled by numba (ADR 0013).

Nothing here is believed: every plan that leaves `search` has passed `rules.rota.check`.
"""
