"""What letters are called: their reasons, states, and why one is not written."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.letters import LetterReason, LetterState, WhyNot

REASONS: Mapping[LetterReason, str | Promise] = {
    LetterReason.PLAN_TO_ANSWER: _("A plan to answer"),
    LetterReason.REVIEW_COMING: _("A review is coming"),
    LetterReason.PAYMENT_MADE: _("A payment was made"),
}
STATES: Mapping[LetterState, str | Promise] = {
    LetterState.QUEUED: _("To be sent by e-mail"),
    LetterState.SENDING: _("Is being sent by e-mail"),
    LetterState.SENT: _("Sent by e-mail"),
    LetterState.TO_POST: _("To be posted"),
    LetterState.POSTED: _("Posted"),
    LetterState.TO_TELL: _("To be told in person"),
    LetterState.TOLD: _("Told in person"),
    LetterState.WITHDRAWN: _("Withdrawn: no longer needed"),
}
WHY: Mapping[WhyNot, str | Promise] = {
    WhyNot.NEVER_ASKED: _("Nobody has asked yet how it is safe to write. Ask, and fill it in."),
    WhyNot.IN_PERSON: _("Nothing is to be written. Tell the news when nobody else listens."),
    WhyNot.UNSAFE: _("The address is among those never to be used."),
    WhyNot.WORDS: _("The letter would hold words that are never to be used."),
    WhyNot.NO_MAIL: _("No e-mail leaves from here, and there is no address for letters."),
    WhyNot.REFUSED: _("The mail server refused the address. Ask whether it is right."),
    WhyNot.MAY_HAVE_GONE: _(
        "The e-mail may have gone or not: something stopped while it was sent. It is not sent "
        "twice. Ask whether it came."
    ),
    WhyNot.OVER: _("It is over: there is nothing to tell any more."),
}
