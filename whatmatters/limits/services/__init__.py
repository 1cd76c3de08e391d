"""Verbs of the register: keep, put right, ask, write what was answered."""

from whatmatters.limits.services.asking import ask_query, tell_query
from whatmatters.limits.services.entries import correct_limit, keep_limit
from whatmatters.limits.services.given import AnswerGiven, LimitGiven, QueryGiven

__all__ = [
    "AnswerGiven",
    "LimitGiven",
    "QueryGiven",
    "ask_query",
    "correct_limit",
    "keep_limit",
    "tell_query",
]
