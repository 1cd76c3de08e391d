"""The rota: a day's promises, who could keep them, a plan, and what a plan breaks.

Times are minutes that pass from the day's midnight, distances and lengths are minutes too.
"""
