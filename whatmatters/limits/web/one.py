"""One entry: what stands, how it stood before, and what was asked and answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted_council
from whatmatters.limits.queries import LimitFacts, QueryFacts, query_versions, versions
from whatmatters.limits.web.sending import found_limit
from whatmatters.limits.web.words import EFFECTS, KINDS, KNOWN, STATES, holder_name, way_names
from whatmatters.rules.limits import LimitKind
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it stood in one version, by whom."""

    facts: LimitFacts
    kind: str
    holder: str
    ways: Sequence[str]
    known: str
    by: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query in one version, by whom; `effect`: what follows, in words."""

    facts: QueryFacts
    effect: str
    by: str


@permitted_council(Action.SEE_LIMITS)
def limit(request: Asked, limit_id: int) -> HttpResponse:
    """One entry, for those who may read it."""
    one = found_limit(request, limit_id)
    council_id = request.actor.council_id
    ever, asked = versions(council_id, one.id), query_versions(council_id, one.id)
    writers = {said.by_id for said in ever} | {query.by_id for query in asked}
    users, bodies = names_together(writers, {v.body_id for v in ever if v.body_id is not None})
    newest, *before = [_version(said, users, bodies) for said in ever]
    context = {
        "limit": newest,
        "before": before,
        "flag": STATES[one.state(request.today)],
        "queries": list(_queries(asked, users)),
        "may_keep": may_in_council(request.actor, Action.KEEP_LIMITS),
        "to_laboratory": one.kind is LimitKind.NATIONAL_CHARGING
        and may_in_council(request.actor, Action.TRY_TERMS),
    }
    return render(request, "limits/limit.html", context)


def _version(said: LimitFacts, users: Mapping[int, str], bodies: Mapping[int, str]) -> Version:
    return Version(
        said,
        str(KINDS[said.kind]),
        holder_name(said, bodies),
        way_names(said.ways),
        str(KNOWN[said.known]),
        users[said.by_id],
    )


def _queries(
    asked: Iterable[QueryFacts], users: Mapping[int, str]
) -> Iterable[tuple[Query, list[Query]]]:
    """Each query in its newest version, and those before it."""
    for _number, said in groupby(asked, key=lambda one: one.query):
        newest, *before = [
            Query(one, str(EFFECTS[one.effect]) if one.effect else "", users[one.by_id])
            for one in said
        ]
        yield newest, before
