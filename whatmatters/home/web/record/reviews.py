"""How it is going: her reviews in three voices, the newest first, a few to a page."""

from datetime import date

from django.utils.translation import gettext as _

from whatmatters.home.queries.record import RecordRead
from whatmatters.outcomes.web.judgements.voices import GoingShown, going
from whatmatters.outcomes.web.plans.voices import party_names

ON_A_PAGE = 6


def reviewed(read: RecordRead, on: date, page: int, *, own: bool) -> tuple[GoingShown, ...]:
    """The reviews of one page; a page beyond the last is the last."""
    start = (_within(len(read.judgements), page) - 1) * ON_A_PAGE
    return tuple(
        going(
            view,
            party_names(read.person.known_as, read.providers[view.provider_id]),
            on=on,
            own=own,
        )
        for view in read.judgements[start : start + ON_A_PAGE]
    )


def review_pages(count: int, page: int) -> dict[str, dict[str, str]]:
    """Ways to later and earlier reviews, as the pagination component takes them."""
    here, told = _within(count, page), {}
    if here > 1:
        told["previous"] = {"href": _address(here - 1), "text": _("Later reviews")}
    if here < _pages(count):
        told["next"] = {"href": _address(here + 1), "text": _("Earlier reviews")}
    return told


def _pages(count: int) -> int:
    return max(-(-count // ON_A_PAGE), 1)


def _within(count: int, page: int) -> int:
    return min(page, _pages(count))


def _address(page: int) -> str:
    return (f"?reviews={page}" if page > 1 else "?") + "#going"
