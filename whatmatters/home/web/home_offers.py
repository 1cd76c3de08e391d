"""That a day is planned anew and waits for a yes, to those whose day it is to plan."""

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.home.web.home_parts import Section, Thing
from whatmatters.rota.queries.offers_waiting import offers_waiting
from whatmatters.rota.web.live_words import happened_words


def plans_offered(request: Asked) -> tuple[Section, ...]:
    """Nothing where nothing waits: it is no part of a quiet day. Whom it is about stays unsaid."""
    things = tuple(
        Thing(
            happened_words(one, ""),
            reverse("rota_offer", args=[one.id]),
            flag=("must", _("Waits for an answer")),
        )
        for one in offers_waiting(request.actor, request.today)
    )
    return (Section(_("Something happened today"), things, ""),) if things else ()
