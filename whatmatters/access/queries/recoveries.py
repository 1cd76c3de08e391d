"""Recoveries of accounts: which may still be confirmed or used, and who may confirm."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from whatmatters.access.models import AuditEvent, Recovery
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.names import name_of
from whatmatters.access.queries.vouching import may_vouch
from whatmatters.records.standing import across_councils
from whatmatters.rules.accounts import NEEDS_TWO, RecoveryKind

TOLD = "told"


@dataclass(frozen=True, slots=True)
class RecoveryFacts:
    """One recovery with its answer and its use. The halves are hashes, for the service alone."""

    id: int
    council_id: int
    user_id: int
    user_name: str
    asked_by_id: int
    asked_by_name: str
    asked: datetime
    kind: RecoveryKind
    expires: datetime
    answered_by_id: int | None
    answered_by_name: str
    confirmed: bool
    used: bool
    half: str
    second_half: str

    def holds(self, at: datetime) -> bool:
        """Whether its codes open the account: confirmed where that is needed, in time, unused."""
        ready = self.confirmed or self.kind not in NEEDS_TWO
        return ready and not self.used and at < self.expires

    def waits(self, at: datetime) -> bool:
        """Whether it waits for somebody to confirm."""
        return self.kind in NEEDS_TWO and self.answered_by_id is None and at < self.expires


def newest_for(user_id: int) -> RecoveryFacts | None:
    """The newest recovery of a user: the only one that may count."""
    with across_councils():
        found = _facts(Recovery.objects.filter(user_id=user_id).order_by("-pk")[:1])
    return found[0] if found else None


def recovery_facts(council_id: int, recovery_id: int) -> RecoveryFacts | None:
    """One recovery of a council."""
    found = _facts(Recovery.objects.of(council_id).filter(pk=recovery_id))
    return found[0] if found else None


def waiting_for(by: Actor, at: datetime, on: date) -> tuple[RecoveryFacts, ...]:
    """What waits for the actor's word, in a constant number of queries."""
    rows = Recovery.objects.of(by.council_id).filter(answer__isnull=True, expires__gt=at)
    newest: dict[int, RecoveryFacts] = {f.user_id: f for f in _facts(rows.order_by("pk"))}
    open_ones = [f for f in newest.values() if f.waits(at) and f.asked_by_id != by.user_id]
    known = may_vouch(by, [f.user_id for f in open_ones], on)
    return tuple(f for f in open_ones if f.user_id in known)


def may_confirm(by: Actor, user_id: int, asked_by_id: int, on: date) -> bool:
    """Whether the actor may say that it is the user who asks: neither she herself nor who asked."""
    return by.user_id != asked_by_id and user_id in may_vouch(by, [user_id], on)


def untold(user_id: int) -> tuple[RecoveryFacts, ...]:
    """Recoveries of an account that its user has not been told of; not a first sign-in."""
    rows = Recovery.objects.filter(user_id=user_id, kind__in=sorted(NEEDS_TWO))
    told = AuditEvent.objects.filter(subject="recovery", action=TOLD, by_id=user_id)
    with across_councils():
        return tuple(_facts(rows.exclude(pk__in=told.values("subject_id")).order_by("pk")))


def _facts(rows: "QuerySet[Recovery]") -> list[RecoveryFacts]:
    return [_one(row) for row in rows.select_related("user", "by", "answer__by", "use")]


def _one(row: Recovery) -> RecoveryFacts:
    answer = getattr(row, "answer", None)
    return RecoveryFacts(
        id=row.pk,
        council_id=row.council_id,
        user_id=row.user_id,
        user_name=name_of(row.user),
        asked_by_id=row.by_id,
        asked_by_name=name_of(row.by),
        asked=row.at,
        kind=RecoveryKind(row.kind),
        expires=row.expires,
        answered_by_id=answer.by_id if answer else None,
        answered_by_name=name_of(answer.by) if answer else "",
        confirmed=bool(answer and answer.confirmed),
        used=getattr(row, "use", None) is not None,
        half=row.half,
        second_half=answer.half if answer else "",
    )
