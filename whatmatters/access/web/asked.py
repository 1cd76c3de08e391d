"""What a decided request carries: who asks, at what moment, on which day, about whom."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone

from whatmatters.access.queries import Actor, InstallationFacts, Sight, acting, installation
from whatmatters.access.queries.installation import standing
from whatmatters.access.web.wall import stand_with
from whatmatters.rules.days import london_day


class Asked(HttpRequest):
    """A request that may go on. `sight` is there only on pages about one person."""

    actor: Actor
    at: datetime
    today: date
    sight: Sight


def installation_of(request: HttpRequest) -> InstallationFacts:
    """The mark of the database, read once per request."""
    if not hasattr(request, "wm_installation"):
        request.wm_installation = installation()  # type: ignore[attr-defined]
    found: InstallationFacts = request.wm_installation  # type: ignore[attr-defined]
    return found


def moment_of(request: HttpRequest) -> datetime:
    """The moment of this request, in UTC: the only clock that pages have.

    The pages of a demonstration stand on its own day, at the real time of day.
    """
    if not hasattr(request, "wm_moment"):
        request.wm_moment = standing(  # type: ignore[attr-defined]
            timezone.now(), installation_of(request)
        )
    found: datetime = request.wm_moment  # type: ignore[attr-defined]
    return found


def actor_of(request: HttpRequest) -> Actor | None:
    """Who asks, in one query and once per request; None without a sign-in or without a role.

    From then on the request stands in the reader's council (`wall.py`).
    """
    if not hasattr(request, "wm_actor"):
        user_id = request.user.pk if request.user.is_authenticated else None
        on = london_day(moment_of(request))
        request.wm_actor = acting(user_id, on=on) if user_id else None  # type: ignore[attr-defined]
        stand_with(request, request.wm_actor)  # type: ignore[attr-defined]
    found: Actor | None = request.wm_actor  # type: ignore[attr-defined]
    return found
