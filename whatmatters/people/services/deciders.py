"""Who decides for a person, and by what authority."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import Decider
from whatmatters.people.services.span_columns import span_columns
from whatmatters.people.services.spans import end_span, write_spans
from whatmatters.rules.people import Authority, Covers
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import name_or_none

DECIDING = frozenset({Authority.ATTORNEY, Authority.DEPUTY, Authority.BEST_INTERESTS})


class NotAnAuthority(Refusal):
    """Nobody can be appointed to decide for another by this: NotAnAuthority(authority=)."""

    code = "not_an_authority"


@dataclass(frozen=True, slots=True)
class NewDecider:
    """A user who decides for the person, by an authority that somebody else gave.

    `reference` names the document that was seen; `checked_by` is the user who saw it.
    """

    person_id: int
    user_id: int
    authority: Authority
    starts: date
    ends: date | None = None
    covers: Covers = Covers.BOTH
    reference: str = ""
    checked_by_id: int | None = None


@transaction.atomic
def appoint_deciders(*, by: Actor, at: datetime, deciders: Sequence[NewDecider]) -> list[int]:
    """Record who decides for whom: attorney, deputy, or in best interests (else NotAnAuthority)."""
    for decider in deciders:
        if decider.authority not in DECIDING:
            raise NotAnAuthority(authority=str(decider.authority))
    rows = [
        Decider(
            authority=decider.authority,
            covers=decider.covers,
            reference=name_or_none("reference", decider.reference),
            checked_by_id=decider.checked_by_id,
            **span_columns(by, at, decider),
        )
        for decider in deciders
    ]
    return write_spans(by, at, Decider, rows, "decider")


@transaction.atomic
def end_decider(*, by: Actor, at: datetime, decider_id: int, on: date) -> None:
    """`on` is the last day on which somebody decides."""
    end_span(by, at, Decider, decider_id, on, "decider")


@transaction.atomic
def stop_decider(*, by: Actor, at: datetime, decider_id: int, on: date) -> None:
    """End an authority from this moment: one that began today held for no day. Raises Absent."""
    row = Decider.objects.of(by.council_id).filter(pk=decider_id).first()
    if row is None:
        raise Absent(what="decider", id=decider_id)
    if row.ends is not None and row.ends < on:
        return
    row.ends = on - timedelta(days=1)
    row.save(update_fields=["ends"])
    told = Audited("decider.stopped", "decider", decider_id, row.person_id)
    audit_many(by=by, at=at, events=[told])
