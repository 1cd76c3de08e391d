"""Verbs about letters: kept in the outbox, sent by e-mail once, posted or told by somebody."""

from whatmatters.letters.services.keeping import keep_letters
from whatmatters.letters.services.posting import NotWaiting, mark_done
from whatmatters.letters.services.sending import send_letters

__all__ = ["NotWaiting", "keep_letters", "mark_done", "send_letters"]
