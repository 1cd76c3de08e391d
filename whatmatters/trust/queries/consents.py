"""What a person shares and has shared, and with whom."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.models import Consent


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """One topic shared with a user or an organisation; `ended_at` once it was taken back."""

    id: int
    person_id: int
    user_id: int | None
    organisation_id: int | None
    topic: Topic
    how: ConsentHow
    helped_by: str
    decider_id: int | None
    starts: date
    ends: date | None
    by_id: int
    at: datetime
    ended_at: datetime | None

    def in_force(self, on: date) -> bool:
        """Whether it shares something on a day."""
        begun = self.starts <= on and (self.ends is None or self.ends >= on)
        return begun and self.ended_at is None


def consents_of(council_id: int, person_id: int) -> tuple[ConsentFacts, ...]:
    """Every consent of a person, taken back or not, the newest first (one query)."""
    rows = Consent.objects.of(council_id).filter(person_id=person_id).select_related("end", "said")
    return tuple(_facts(row) for row in rows.order_by("-at", "-id"))


def helper_of(row: Consent) -> str:
    """Who helped her to decide; "" where nobody did. The row's `said` is to be read with it."""
    said = getattr(row, "said", None)
    return said.helped_by if said else ""


def _facts(row: Consent) -> ConsentFacts:
    end = getattr(row, "end", None)
    return ConsentFacts(
        id=row.pk,
        person_id=row.person_id,
        user_id=row.user_id,
        organisation_id=row.organisation_id,
        topic=Topic(row.topic),
        how=ConsentHow(row.how),
        helped_by=helper_of(row),
        decider_id=row.decider_id,
        starts=row.starts,
        ends=row.ends,
        by_id=row.by_id,
        at=row.at,
        ended_at=end.at if end else None,
    )
