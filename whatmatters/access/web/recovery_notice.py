"""Whoever signs in is told, once, that the account was asked for as lost: perhaps not by them."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from whatmatters.access.queries import Actor
from whatmatters.access.queries.recoveries import TOLD, RecoveryFacts, untold
from whatmatters.access.services import audit
from whatmatters.frontend.templatetags.wm import moment


def tell_of_recoveries(request: HttpRequest, actor: Actor, at: datetime) -> None:
    """Put what was asked at the top of the next page, in the reader's language; write it down."""
    for asked in untold(actor.user_id):
        with override(actor.language):
            messages.warning(request, _sentence(asked))
        audit(by=actor, at=at, action=TOLD, subject="recovery", subject_id=asked.id)


def _sentence(asked: RecoveryFacts) -> str:
    told = {
        "asker": asked.asked_by_name,
        "when": moment(asked.asked),
        "confirmer": asked.answered_by_name,
    }
    if asked.confirmed:
        return (
            _(
                "An account of yours was asked for as lost by %(asker)s on %(when)s, and "
                "%(confirmer)s confirmed it. If you did not ask, tell your administrator at once."
            )
            % told
        )
    return (
        _(
            "%(asker)s asked on %(when)s for your account to be given back as lost. If you did not "
            "ask, tell your administrator at once."
        )
        % told
    )
