"""Verbs about letters and messages: what is sent, posted or told, and what people tell us."""

from whatmatters.letters.services.keeping import keep_letters
from whatmatters.letters.services.messages import (
    AnswerGiven,
    MessageGiven,
    acknowledge,
    answer_message,
    send_message,
)
from whatmatters.letters.services.posting import NotWaiting, mark_done
from whatmatters.letters.services.sending import send_letters

__all__ = [
    "AnswerGiven",
    "MessageGiven",
    "NotWaiting",
    "acknowledge",
    "answer_message",
    "keep_letters",
    "mark_done",
    "send_letters",
    "send_message",
]
