"""Letters: to whom and about what, where one stands, and the only safe way for it to go.

An e-mail is tried once (at most once): a letter whose e-mail may or may not have left is never sent
again by itself; somebody who knows her tells her.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from whatmatters.rules.contact import Channel, Contact, holds_avoided, is_unsafe


class LetterReason(StrEnum):
    """What a letter is about."""

    PLAN_TO_ANSWER = "plan_to_answer"
    REVIEW_COMING = "review_coming"
    PAYMENT_MADE = "payment_made"


class Addressee(StrEnum):
    """To whom: a person who draws on support, or an organisation (its managers read it)."""

    PERSON = "person"
    ORGANISATION = "organisation"


class LetterState(StrEnum):
    """Where a letter stands. `to_tell`: it may not be written, so somebody tells her."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    TO_POST = "to_post"
    POSTED = "posted"
    TO_TELL = "to_tell"
    TOLD = "told"
    WITHDRAWN = "withdrawn"


class WhyNot(StrEnum):
    """Why a letter is not written, or not sent by e-mail."""

    NEVER_ASKED = "never_asked"
    IN_PERSON = "in_person"
    UNSAFE = "unsafe"
    WORDS = "words"
    NO_MAIL = "no_mail"
    REFUSED = "refused"
    MAY_HAVE_GONE = "may_have_gone"
    OVER = "over"


S = LetterState
WAITING = frozenset({S.QUEUED, S.TO_POST, S.TO_TELL})
LETTER_MOVES: Mapping[LetterState, frozenset[LetterState]] = {
    S.QUEUED: frozenset({S.SENDING, S.TO_POST, S.TO_TELL, S.WITHDRAWN}),
    S.SENDING: frozenset({S.SENT, S.TO_TELL}),
    S.SENT: frozenset(),
    S.TO_POST: frozenset({S.POSTED, S.QUEUED, S.TO_TELL, S.WITHDRAWN}),
    S.POSTED: frozenset(),
    S.TO_TELL: frozenset({S.TOLD, S.QUEUED, S.TO_POST, S.WITHDRAWN}),
    S.TOLD: frozenset(),
    S.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Way:
    """Where a waiting letter belongs (`queued`: it may go by e-mail), and why it is not written."""

    to: LetterState
    why: WhyNot | None = None


def way_to(contact: Contact | None, *, can_mail: bool, texts: Mapping[Channel, str]) -> Way:
    """The only safe way for one letter. `texts`: all that would be read on it, by channel.

    Without e-mail here, whoever chose it gets a letter, where she gave an address for letters.
    """
    if contact is None:
        return Way(S.TO_TELL, WhyNot.NEVER_ASKED)
    if contact.channel is Channel.IN_PERSON:
        return Way(S.TO_TELL, WhyNot.IN_PERSON)
    by_mail = contact.channel is Channel.EMAIL and can_mail
    if not by_mail and not contact.address:
        return Way(S.TO_TELL, WhyNot.NO_MAIL)
    if is_unsafe(contact.email if by_mail else contact.address, contact.unsafe):
        return Way(S.TO_TELL, WhyNot.UNSAFE)
    if holds_avoided(texts[Channel.EMAIL if by_mail else Channel.POST], contact.avoided):
        return Way(S.TO_TELL, WhyNot.WORDS)
    return Way(S.QUEUED if by_mail else S.TO_POST)
