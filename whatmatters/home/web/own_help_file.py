"""What a reader offered, asked for as a carer and knows, as one table: theirs alone to take."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.spreadsheets import Cell, spreadsheet
from whatmatters.home.queries.own_help import OwnHelp, own_help_of
from whatmatters.letters.queries.messages import carer_requests_by
from whatmatters.letters.web.message_words import everybody
from whatmatters.outcomes.queries.known import known_by
from whatmatters.rules.permissions import Action

Row = tuple[Cell, ...]
UP_TO = 1000  # requests: more than anybody sends


@permitted_council(Action.SEE_OWN_HELP_OFFERS)
def own_help_file(request: Asked) -> HttpResponse:
    """Every version of every offer, every request with its answers, then what they know; also of
    those who let the reader in no longer, who are not named."""
    held = own_help_of(request.actor, on=request.today)
    names = {one.person_id: one.name for one in held}
    columns = (
        _("What it is"),
        _("For whom"),
        _("Written at"),
        _("Written by"),
        _("Words"),
        _("Days or times"),
        _("What I can not do"),
        _("Until"),
    )
    rows = [*_offers(held), *_asked(request, names), *_known(request, names)]
    return spreadsheet(f"my-offers-{request.today}", columns, rows)


def _offers(held: tuple[OwnHelp, ...]) -> Iterator[Row]:
    for one in held:
        for offer in one.offers:
            for version in reversed(offer.versions):
                kind = _("An offer, taken back") if version.withdrawn else _("An offer")
                said = (version.what, version.days, version.limits, version.until)
                yield (kind, one.name, version.at, offer.by_name, *said)


def _asked(request: Asked, names: dict[int, str]) -> Iterator[Row]:
    asked = carer_requests_by(request.actor.council_id, request.actor.user_id, limit=UP_TO)
    users, nothing = user_names(everybody(asked)), ("", "", None)
    for one in reversed(asked):
        name = names.get(one.person_id, "")
        kind = _("Support that I asked for")
        yield (kind, name, one.at, users.get(one.by_id, ""), one.words, *nothing)
        for told in one.answers:
            yield (_("An answer"), name, told.at, users.get(told.by_id, ""), told.words, *nothing)


def _known(request: Asked, names: dict[int, str]) -> Iterator[Row]:
    actor = request.actor
    for one in reversed(known_by(actor.council_id, actor.user_id, actor.name)):
        name = names.get(one.person_id, "")
        yield (_("What I know"), name, one.at, actor.name, one.words, "", "", None)
