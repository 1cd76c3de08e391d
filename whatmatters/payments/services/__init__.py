"""Verbs of money: the calendar, runs, their release, contests of penalties, bank details, files."""

from whatmatters.payments.services.banking import (
    BankGiven,
    answer_bank_details,
    ask_bank_details,
)
from whatmatters.payments.services.calendar import set_calendar
from whatmatters.payments.services.contests import (
    contest_dissatisfaction,
    contest_penalty,
    decide_contest,
)
from whatmatters.payments.services.discarding import discard_run
from whatmatters.payments.services.file_unsent import say_unsent
from whatmatters.payments.services.payment_files import MadeFile, make_payment_file
from whatmatters.payments.services.proposing import preview_run, propose_run
from whatmatters.payments.services.releasing import Released, release_run
from whatmatters.payments.services.replaying import Replayed, replay
from whatmatters.payments.services.run_proposal import Preview, RunProposal
from whatmatters.payments.services.undoing import undo_block

__all__ = [
    "BankGiven",
    "MadeFile",
    "Preview",
    "Released",
    "Replayed",
    "RunProposal",
    "answer_bank_details",
    "ask_bank_details",
    "contest_dissatisfaction",
    "contest_penalty",
    "decide_contest",
    "discard_run",
    "make_payment_file",
    "preview_run",
    "propose_run",
    "release_run",
    "replay",
    "say_unsent",
    "set_calendar",
    "undo_block",
]
