"""What stands in a letter and in an e-mail, in the language of whoever reads it.

An e-mail says that there is something to read and nothing of what: no name, no day, no sum. On
paper she is greeted by the name she chose. Nothing is quoted from any record.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.rules.letters import Addressee, LetterReason


@dataclass(frozen=True, slots=True)
class Text:
    """One letter: subject, greeting (or ""), paragraphs, and who it is from (or "")."""

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    sender: str

    def whole(self) -> str:
        """Everything that somebody could read on it."""
        return "\n\n".join((self.subject, self.greeting, *self.paragraphs, self.sender))


@dataclass(frozen=True, slots=True)
class Told:
    """What a letter is about, as its words need it."""

    addressee: Addressee
    reason: LetterReason
    about_from: date
    about_until: date


def django_language(code: str) -> str:
    """The language of our catalogues for a person's or a user's language."""
    return "cy" if code.startswith("cy") else "en-gb"


def on_paper(told: Told, *, language: str, name: str, sender: str) -> Text:
    """The letter that is printed."""
    with translation.override(django_language(language)):
        return Text(
            _subject(told),
            _("Dear %(name)s,") % {"name": name},
            (*_paper(told), *_next(told)),
            sender,
        )


def by_mail(told: Told, *, language: str, sender: str, site: str) -> Text:
    """The e-mail: less than the letter, since anybody may look over a shoulder."""
    with translation.override(django_language(language)):
        where = (_("Sign in at %(site)s") % {"site": site},) if site else ()
        return Text(_subject(told), "", (*_mail(told), *where), sender)


def _subject(told: Told) -> str:
    if told.addressee is not Addressee.PERSON:
        return _("A statement is ready to read")
    return {
        LetterReason.PLAN_TO_ANSWER: _("There is something for you to read"),
        LetterReason.REVIEW_COMING: _("You will soon be asked how it is going"),
        LetterReason.PAYMENT_MADE: _("There is news for you to read"),
    }[told.reason]


def _paper(told: Told) -> tuple[str, ...]:
    days = period_words(told.about_from, told.about_until)
    if told.addressee is not Addressee.PERSON:
        return (_("The payment for %(days)s has been released.") % {"days": days},)
    return {
        LetterReason.PLAN_TO_ANSWER: (
            _("There is a plan for you to read. It would run for %(days)s.") % {"days": days},
            _(
                "Nothing in it holds until you have said what you think. You may ask for a change, "
                "or say no."
            ),
        ),
        LetterReason.REVIEW_COMING: (
            _("Your plan runs until %(day)s.") % {"day": day(told.about_until)},
            _(
                "Around that day you will be asked how it went, in your own words. Others are "
                "asked too. What you say is kept as you said it."
            ),
        ),
        LetterReason.PAYMENT_MADE: (
            _("What was agreed for you has been paid for %(days)s.") % {"days": days},
            _("You have nothing to do. What was paid stands in your record, under “My money”."),
        ),
    }[told.reason]


def _next(told: Told) -> tuple[str, ...]:
    if told.addressee is not Addressee.PERSON:
        return (_("Sign in to read the statement line by line. You need not send an invoice."),)
    return (
        _(
            "Sign in as you always do, or ask somebody who works with you to read it with you. "
            "It can be read in Welsh and in English."
        ),
    )


def _mail(told: Told) -> tuple[str, ...]:
    if told.addressee is not Addressee.PERSON:
        return (_("A statement is ready. Sign in to read it line by line."),)
    return {
        LetterReason.PLAN_TO_ANSWER: (_("There is something for you to read and to answer."),),
        LetterReason.REVIEW_COMING: (_("You will soon be asked how it is going."),),
        LetterReason.PAYMENT_MADE: (_("There is news for you to read. You have nothing to do."),),
    }[told.reason]
