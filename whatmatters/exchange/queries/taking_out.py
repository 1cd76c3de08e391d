"""Who asked to take a party's own data out, who said yes, and whether the file was made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from whatmatters.access.queries import Actor
from whatmatters.access.queries.names import name_of
from whatmatters.exchange.models import TakingOut


@dataclass(frozen=True, slots=True)
class Asked:
    """One asking. `approved` None: nobody has answered."""

    id: int
    by_id: int
    by_name: str
    at: datetime
    expires: datetime
    people: int
    provider_id: int | None
    organisation_id: int
    needs_second: bool
    reason: str
    approved: bool | None
    used: bool

    def open(self, at: datetime) -> bool:
        """Whether anything can still come of it."""
        return not self.used and self.approved is not False and at < self.expires

    def ready(self, at: datetime) -> bool:
        """Whether the file can be made now."""
        return self.open(at) and (not self.needs_second or self.approved is True)

    def waits(self, at: datetime) -> bool:
        """Whether somebody else must still answer."""
        return self.open(at) and self.needs_second and self.approved is None


def asked_by(by: Actor, *, offset: int = 0, limit: int = 25) -> tuple[Asked, ...]:
    """What the actor asked for, the newest first (one query)."""
    return _read(_of_user(by), offset, limit)


def count_asked_by(by: Actor) -> int:
    """How often the actor asked."""
    return int(_of_user(by).count())


def asked_in_body(by: Actor, *, offset: int = 0, limit: int = 25) -> tuple[Asked, ...]:
    """What others of the actor's own body asked for, the newest first (one query)."""
    return _read(_of_others(by), offset, limit)


def count_asked_in_body(by: Actor) -> int:
    """How often others of the actor's own body asked."""
    return int(_of_others(by).count())


def waiting_in_body(by: Actor, at: datetime) -> tuple[Asked, ...]:
    """What others of the actor's own body asked for and somebody must still answer (one query)."""
    found = _read(_of_others(by).filter(expires__gt=at, needs_second=True))
    return tuple(one for one in found if one.waits(at))


def asked(by: Actor, asked_id: int) -> Asked | None:
    """One asking of the actor's own body; None for any other."""
    rows = TakingOut.objects.of(by.council_id).filter(organisation_id=by.organisation_id or 0)
    return next(iter(_read(rows.filter(pk=asked_id))), None)


def _of_user(by: Actor) -> Any:
    return TakingOut.objects.of(by.council_id).filter(by_id=by.user_id)


def _of_others(by: Actor) -> Any:
    rows = TakingOut.objects.of(by.council_id).filter(organisation_id=by.organisation_id or 0)
    return rows.exclude(by_id=by.user_id)


def _read(rows: Any, offset: int = 0, limit: int | None = None) -> tuple[Asked, ...]:
    held = rows.select_related("by", "said", "answer", "use").order_by("-id")
    end = None if limit is None else offset + limit
    return tuple(_facts(row) for row in held[offset:end])


def _facts(row: TakingOut) -> Asked:
    answer = getattr(row, "answer", None)
    return Asked(
        id=row.pk,
        by_id=row.by_id,
        by_name=name_of(row.by),
        at=row.at,
        expires=row.expires,
        people=row.people,
        provider_id=row.provider_id,
        organisation_id=row.organisation_id,
        needs_second=row.needs_second,
        reason=row.said.reason,
        approved=answer.approved if answer else None,
        used=getattr(row, "use", None) is not None,
    )
