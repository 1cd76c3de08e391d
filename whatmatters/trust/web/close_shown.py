"""Accounts that are joined to a record, as the page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries.joined import JoinedFacts, joined_to
from whatmatters.rules.people import LinkKind


@dataclass(frozen=True, slots=True)
class JoinedShown:
    """One account: whose, who they are to her, since when and who said so."""

    id: int
    name: str
    relationship: str
    since: str


def joined(
    request: Asked, person_id: int
) -> tuple[tuple[JoinedShown, ...], tuple[JoinedShown, ...]]:
    """Her own accounts, and those of who is let in. Two queries."""
    rows = joined_to(request.actor.council_id, person_id, request.today)
    names = user_names({row.user_id for row in rows} | {row.by_id for row in rows})
    own = tuple(_shown(row, names) for row in rows if row.kind is LinkKind.SELF)
    return own, tuple(_shown(row, names) for row in rows if row.kind is not LinkKind.SELF)


def _shown(row: JoinedFacts, names: dict[int, str]) -> JoinedShown:
    told = {"since": day(row.starts), "name": names.get(row.by_id, ""), "day": day(row.at)}
    since = _("Since %(since)s. Written down by %(name)s, %(day)s.") % told
    return JoinedShown(row.id, names.get(row.user_id, ""), row.relationship, since)
