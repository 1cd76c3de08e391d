"""Verbs of results: agree to pay them, count, say yes to a count, end."""

from whatmatters.results.services.agreeing import agree_count
from whatmatters.results.services.counting import CountGiven, count_result
from whatmatters.results.services.ending import end_results
from whatmatters.results.services.opening import ResultsGiven, open_results

__all__ = [
    "CountGiven",
    "ResultsGiven",
    "agree_count",
    "count_result",
    "end_results",
    "open_results",
]
