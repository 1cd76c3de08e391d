"""Saying what is shared with somebody, and taking it back at once (R-AC-03)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import kinds_of
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.queries import links
from whatmatters.people.services import EndsBeforeItStarts, cut_links
from whatmatters.rules.people import LinkKind
from whatmatters.rules.refusals import Absent
from whatmatters.rules.sharing import ConsentHow, Topic, topics_for
from whatmatters.rules.words import name, name_or_none
from whatmatters.trust.models import Consent, ConsentEnd, ConsentHelper
from whatmatters.trust.queries.consents import helper_of
from whatmatters.trust.queries.relationships import in_force
from whatmatters.trust.services.refusals import NotForOrganisations, NotLetIn
from whatmatters.trust.services.voices import speaking_decider


@dataclass(frozen=True, slots=True)
class Sharing:
    """All that is shared with one user or one organisation from now on: no topic is nothing.

    `ends` is the last day. `helped_by` names who helped her to decide; `decider_id` who decided.
    """

    person_id: int
    topics: frozenset[Topic]
    how: ConsentHow
    user_id: int | None = None
    organisation_id: int | None = None
    helped_by: str = ""
    decider_id: int | None = None
    ends: date | None = None


@transaction.atomic
def share(*, by: Actor, at: datetime, on: date, sharing: Sharing) -> list[int]:
    """Share exactly these topics with one party; ids of the new consents.

    What was shared before and is not named is taken back; what stays as it was is left alone.
    Raises NotYoursToShare, NotLetIn, NotForOrganisations, OutsideAuthority, VoiceNotTheirs,
    EndsBeforeItStarts, Absent and what names are refused for.
    """
    decider_id = speaking_decider(by, on, sharing)
    _check_party(by.council_id, sharing, on)
    if sharing.ends is not None and sharing.ends < on:
        raise EndsBeforeItStarts(starts=on, ends=sharing.ends)
    held = {Topic(row.topic): row for row in _held(by, on, sharing)}
    row = _columns(by, at, on, sharing, decider_id)
    helped_by = _helper(sharing)
    same = {
        topic
        for topic, old in held.items()
        if topic in sharing.topics and helper_of(old) == helped_by and _same(old, row)
    }
    _take_back(by, at, [old for topic, old in held.items() if topic not in same])
    fresh = [Consent(topic=topic, **row) for topic in sorted(sharing.topics - same)]
    made = Consent.objects.bulk_create(fresh)
    _write_helper(by, at, made, helped_by)
    events = [Audited("consent.given", "consent", c.pk, c.person_id, c.topic) for c in made]
    audit_many(by=by, at=at, events=events)
    return [consent.pk for consent in made]


@transaction.atomic
def stop_sharing(
    *,
    by: Actor,
    at: datetime,
    on: date,
    person_id: int,
    user_id: int | None = None,
    organisation_id: int | None = None,
) -> int:
    """Take everything back from one party, who from now on does not even know that she is here.

    How many consents ended. Whoever decides for her by law keeps what that law gives.
    """
    nothing = Sharing(person_id, frozenset(), ConsentHow.OWN_WORDS, user_id, organisation_id)
    speaking_decider(by, on, nothing, taking_back=True)
    held = list(_held(by, on, nothing))
    _take_back(by, at, held)
    if user_id is not None:
        cut_links(by=by, at=at, person_id=person_id, user_id=user_id, on=on)
    return len(held)


@transaction.atomic
def forget_sharing(*, by: Actor, at: datetime, on: date, person_id: int, user_id: int) -> None:
    """Take back what was once shared with somebody: let in anew, they begin with nothing."""
    nothing = Sharing(person_id, frozenset(), ConsentHow.OWN_WORDS, user_id)
    _take_back(by, at, list(_held(by, on, nothing)))


def _check_party(council_id: int, sharing: Sharing, on: date) -> None:
    if sharing.organisation_id is not None:
        kind = kinds_of(council_id, [sharing.organisation_id]).get(sharing.organisation_id)
        if kind is None:
            raise Absent(what="organisation", id=sharing.organisation_id)
        for topic in sorted(sharing.topics - topics_for(kind)):
            raise NotForOrganisations(topic=topic, field="topics")
        return
    let_in = links([sharing.person_id], on).get(sharing.person_id, ())
    if sharing.user_id not in {x.user_id for x in let_in if x.kind is not LinkKind.SELF}:
        raise NotLetIn(user_id=sharing.user_id)


def _held(by: Actor, on: date, sharing: Sharing) -> Iterable[Consent]:
    rows = Consent.objects.of(by.council_id).filter(person_id=sharing.person_id)
    if sharing.organisation_id is not None:
        rows = rows.filter(organisation_id=sharing.organisation_id)
    else:
        rows = rows.filter(user_id=sharing.user_id or 0)
    found: Iterable[Consent] = in_force(rows, on).select_related("said").order_by("id")
    return found


def _columns(
    by: Actor, at: datetime, on: date, sharing: Sharing, decider_id: int | None
) -> dict[str, object]:
    return {
        "council_id": by.council_id,
        "by_id": by.user_id,
        "at": at,
        "person_id": sharing.person_id,
        "user_id": sharing.user_id,
        "organisation_id": sharing.organisation_id,
        "how": sharing.how,
        "decider_id": decider_id,
        "starts": on,
        "ends": sharing.ends,
    }


def _helper(sharing: Sharing) -> str:
    named = name if sharing.how is ConsentHow.SUPPORTED else name_or_none
    return named("helped_by", sharing.helped_by)


def _write_helper(by: Actor, at: datetime, made: list[Consent], helped_by: str) -> None:
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    if helped_by:
        rows = [ConsentHelper(consent=row, helped_by=helped_by, **written) for row in made]
        ConsentHelper.objects.bulk_create(rows)


def _same(old: Consent, row: dict[str, object]) -> bool:
    return all(getattr(old, key) == row[key] for key in ("how", "decider_id", "ends"))


def _take_back(by: Actor, at: datetime, rows: list[Consent]) -> None:
    made = [
        ConsentEnd(council_id=by.council_id, by_id=by.user_id, at=at, consent=row) for row in rows
    ]
    ConsentEnd.objects.bulk_create(made)
    events = [Audited("consent.ended", "consent", c.pk, c.person_id, c.topic) for c in rows]
    audit_many(by=by, at=at, events=events)
