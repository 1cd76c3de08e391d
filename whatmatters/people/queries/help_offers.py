"""What those close to a person offer to do, each in their own words, with how it stood before.

Others read an offer only while the person lets its writer in; the writer always reads it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from whatmatters.access.queries.names import name_of
from whatmatters.people.models import HelpOffer, HelpOfferVersion, PersonLink
from whatmatters.people.queries.relationships import LETS_IN, in_force
from whatmatters.records.words import BLANK
from whatmatters.rules.help_offers import Standing


@dataclass(frozen=True, slots=True)
class HelpVersion:
    """An offer as it was said at a moment; without words once it is withdrawn."""

    number: int
    at: datetime
    until: date | None
    withdrawn: bool
    what: str = ""
    days: str = ""
    limits: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class HelpOfferFacts:
    """One offer of one user to one person, every version of it, the newest first.

    `relationship` is how they are related, as whoever let them in wrote it ("": nobody did).
    """

    id: int
    person_id: int
    by_id: int
    by_name: str
    relationship: str
    versions: tuple[HelpVersion, ...]

    @property
    def now(self) -> HelpVersion:
        """How it stands."""
        return self.versions[0]

    @property
    def said(self) -> HelpVersion:
        """The newest words, also of an offer that is withdrawn."""
        return next(v for v in self.versions if not v.withdrawn)

    @property
    def standing(self) -> Standing:
        """How it stands, for the rules."""
        now = self.now
        return Standing(self.id, now.number, now.at, now.until, now.withdrawn)


def help_offers(council_id: int, person_id: int, *, on: date) -> tuple[HelpOfferFacts, ...]:
    """Every offer to a person by those whom she lets in on a day, the oldest first (one query)."""
    let_in = PersonLink.objects.of(council_id).filter(in_force(on), kind__in=LETS_IN)
    close = let_in.filter(person_id=person_id).values("user_id")
    rows = HelpOfferVersion.objects.of(council_id).filter(offer__person_id=person_id)
    return _folded(rows.filter(offer__by_id__in=close))


def own_help_offers(council_id: int, user_id: int) -> tuple[HelpOfferFacts, ...]:
    """Everything that one user ever offered to anybody, the oldest first (one query)."""
    return _folded(HelpOfferVersion.objects.of(council_id).filter(offer__by_id=user_id))


def help_offer(council_id: int, offer_id: int, *, by_id: int) -> HelpOfferFacts | None:
    """One offer of the user who wrote it; nobody else's."""
    rows = HelpOfferVersion.objects.of(council_id).filter(offer_id=offer_id, offer__by_id=by_id)
    return next(iter(_folded(rows)), None)


def person_of_help_offer(council_id: int, offer_id: int) -> int | None:
    """Whom an offer is made to; None where there is no such offer."""
    rows = HelpOffer.objects.of(council_id).filter(pk=offer_id)
    found: int | None = rows.values_list("person_id", flat=True).first()
    return found


def _folded(rows: Any) -> tuple[HelpOfferFacts, ...]:
    links = PersonLink.objects.filter(
        person_id=OuterRef("offer__person_id"), user_id=OuterRef("offer__by_id"), kind__in=LETS_IN
    )
    related = Subquery(links.order_by("-id").values("relationship")[:1])
    told = rows.select_related("offer__by", "said").annotate(related=related)
    found: dict[int, HelpOfferFacts] = {}
    for row in told.order_by("offer_id", "number"):
        offer, before = row.offer, found.get(row.offer_id)
        found[offer.pk] = HelpOfferFacts(
            id=offer.pk,
            person_id=offer.person_id,
            by_id=offer.by_id,
            by_name=name_of(offer.by),
            relationship=row.related or "",
            versions=(_version(row), *(before.versions if before else ())),
        )
    return tuple(found.values())


def _version(row: HelpOfferVersion) -> HelpVersion:
    said = getattr(row, "said", None)
    if said is None:
        return HelpVersion(row.number, row.at, row.until, row.withdrawn)
    return HelpVersion(
        number=row.number,
        at=row.at,
        until=row.until,
        withdrawn=row.withdrawn,
        what=said.what,
        days=said.days,
        limits=said.limits,
        language=said.language if said.what != BLANK else "",
    )
