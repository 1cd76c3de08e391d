"""Sending by e-mail, each letter at most once.

That it is being sent is written down and committed before the mail server is given anything. Where
the process dies after that, nobody knows whether it left: it is never sent again, and somebody who
works with her is asked to tell her.
"""

import logging
import smtplib
from datetime import date, datetime

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.letters.models import Letter
from whatmatters.letters.queries.letters import facts
from whatmatters.letters.queries.ways import Mail, Postroom, ready
from whatmatters.letters.services.moves import Moving, move_letters
from whatmatters.rules.letters import LetterState, WhyNot

log = logging.getLogger("whatmatters.letters")
REFUSED = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
LOST = (smtplib.SMTPException, OSError)


def send_letters(*, by: Actor, at: datetime, on: date, room: Postroom) -> int:
    """Send every queued letter of the council; how many the mail server took.

    Not one transaction: each letter is committed before and after. A mail server that does not
    answer leaves all of them queued for the next time.
    """
    queued = Letter.objects.of(by.council_id).filter(state=LetterState.QUEUED)
    waiting = list(queued.order_by("id").values_list("pk", flat=True))
    if not waiting or not room.can_mail:
        return 0
    server = get_connection()
    try:
        server.open()
    except LOST:
        log.warning("mail server not reached", extra={"council_id": by.council_id})
        return 0
    sent = 0
    try:
        for letter_id in waiting:
            sent += _send(by, at, on, room, letter_id, server)
    finally:
        server.close()
    return sent


def _send(
    by: Actor, at: datetime, on: date, room: Postroom, letter_id: int, server: BaseEmailBackend
) -> bool:
    mails = _begin(by, at, on, room, letter_id)
    if not mails:
        return False
    to, why = LetterState.SENT, None
    try:
        for number, mail in enumerate(mails):
            _message(mail, room, by.council_id, letter_id, number, server).send()
    except REFUSED:
        to, why = LetterState.TO_TELL, WhyNot.REFUSED
    except LOST:
        to, why = LetterState.TO_TELL, WhyNot.MAY_HAVE_GONE
    _finish(by, at, letter_id, to, why)
    return to is LetterState.SENT


@transaction.atomic
def _begin(by: Actor, at: datetime, on: date, room: Postroom, letter_id: int) -> tuple[Mail, ...]:
    """Take one letter, by its way as it is now; nothing where another worker has it."""
    row = Letter.objects.select_for_update().get(pk=letter_id)
    if row.state != LetterState.QUEUED:
        return ()
    found = ready(by.council_id, [facts(row)], room, on=on)[letter_id]
    if found.way.to is not LetterState.QUEUED:
        move_letters(by=by, at=at, moving=[Moving(row, found.way.to, found.way.why)])
        return ()
    move_letters(by=by, at=at, moving=[Moving(row, LetterState.SENDING)])
    return found.mails


@transaction.atomic
def _finish(by: Actor, at: datetime, letter_id: int, to: LetterState, why: WhyNot | None) -> None:
    row = Letter.objects.select_for_update().get(pk=letter_id)
    if row.state == LetterState.SENDING:
        move_letters(by=by, at=at, moving=[Moving(row, to, why)])


def _message(
    mail: Mail,
    room: Postroom,
    council_id: int,
    letter_id: int,
    number: int,
    server: BaseEmailBackend,
) -> EmailMessage:
    """The message; its number is the letter's own, so that a mail server sees a copy as one."""
    text = mail.text
    domain = room.sender.rpartition("@")[2].strip(" >")
    return EmailMessage(
        subject=text.subject,
        body="\n\n".join(part for part in (*text.paragraphs, text.sender) if part),
        from_email=room.sender,
        to=[mail.to],
        headers={
            "Message-ID": f"<letter-{council_id}-{letter_id}-{number}@{domain}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=server,
    )
