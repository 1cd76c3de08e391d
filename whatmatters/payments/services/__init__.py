"""Verbs of money: the calendar, runs, their release, contests of penalties."""

from whatmatters.payments.services.calendar import set_calendar
from whatmatters.payments.services.contests import (
    contest_dissatisfaction,
    contest_penalty,
    decide_contest,
)
from whatmatters.payments.services.discarding import discard_run
from whatmatters.payments.services.proposing import preview_run, propose_run
from whatmatters.payments.services.releasing import Released, release_run
from whatmatters.payments.services.run_proposal import Preview, RunProposal

__all__ = [
    "Preview",
    "Released",
    "RunProposal",
    "contest_dissatisfaction",
    "contest_penalty",
    "decide_contest",
    "discard_run",
    "preview_run",
    "propose_run",
    "release_run",
    "set_calendar",
]
