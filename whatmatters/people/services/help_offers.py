"""Offering help: said, changed and withdrawn by whoever offers it, and by nobody for them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import HelpOffer, HelpOfferVersion, HelpOfferWords
from whatmatters.rules.help_offers import (
    NotYoursToOffer,
    OfferChangedMeanwhile,
    OfferOver,
    OfferWithdrawn,
)
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name, words, words_or_none

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """What somebody offers in their own words. `until` is the last day; None: none is named."""

    what: str
    days: str
    limits: str
    language: Language
    until: date | None = None


@transaction.atomic
def offer_help(*, by: Actor, at: datetime, on: date, person_id: int, offered: HelpOffered) -> int:
    """Offer something to a person who lets the actor in; the offer's id.

    Raises NotYoursToOffer, OfferOver, and what words are refused for.
    """
    _check(by, on, person_id, offered)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    offer = HelpOffer.objects.create(person_id=person_id, **written)
    _version(by, at, offer, 1, offered)
    _audit(by, at, "made", offer)
    return int(offer.pk)


@transaction.atomic
def change_help(
    *, by: Actor, at: datetime, on: date, offer_id: int, number: int, offered: HelpOffered
) -> int:
    """Say an offer anew, over version `number`; what was said before is kept. The offer's id.

    Raises Absent (also for whoever did not write it), NotYoursToOffer once the person lets them in
    no longer, OfferWithdrawn, OfferChangedMeanwhile, OfferOver, and what words are refused for.
    """
    offer, newest = _own(by, offer_id)
    _check(by, on, offer.person_id, offered)
    if newest.withdrawn:
        raise OfferWithdrawn()
    if newest.number != number:
        raise OfferChangedMeanwhile()
    _version(by, at, offer, number + 1, offered)
    _audit(by, at, "changed", offer)
    return int(offer.pk)


@transaction.atomic
def withdraw_help(*, by: Actor, at: datetime, offer_id: int) -> int:
    """Take an offer back; no reason is asked, and being let in is not needed. The offer's id.

    Taken back again, it is taken back already. Raises Absent, also for whoever did not write it.
    """
    offer, newest = _own(by, offer_id)
    if not newest.withdrawn:
        _version(by, at, offer, newest.number + 1, None)
        _audit(by, at, "withdrawn", offer)
    return int(offer.pk)


def _own(by: Actor, offer_id: int) -> tuple[HelpOffer, HelpOfferVersion]:
    offer = HelpOffer.objects.of(by.council_id).filter(pk=offer_id, by_id=by.user_id).first()
    if not isinstance(offer, HelpOffer):
        raise Absent(what="help_offer", id=offer_id)
    return offer, HelpOfferVersion.objects.filter(offer=offer).latest("number")


def _check(by: Actor, on: date, person_id: int, offered: HelpOffered) -> None:
    if not may(by, Action.OFFER_HELP, person_id, on):
        raise NotYoursToOffer()
    if offered.until is not None and offered.until < on:
        raise OfferOver(field="until")


def _version(
    by: Actor, at: datetime, offer: HelpOffer, number: int, offered: HelpOffered | None
) -> None:
    """One more version; None: the offer is taken back."""
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    until = offered.until if offered else None
    try:
        with transaction.atomic():
            version = HelpOfferVersion.objects.create(
                offer=offer, number=number, until=until, withdrawn=offered is None, **written
            )
    except IntegrityError as twice:
        raise OfferChangedMeanwhile() from twice
    if offered is not None:
        HelpOfferWords.objects.create(
            help_version=version,
            what=words("what", offered.what, longest=LONGEST),
            days=name("days", offered.days),
            limits=words_or_none("limits", offered.limits, longest=LONGEST),
            language=offered.language,
            **written,
        )


def _audit(by: Actor, at: datetime, what: str, offer: HelpOffer) -> None:
    event = Audited(f"help_offer.{what}", "help_offer", offer.pk, offer.person_id)
    audit_many(by=by, at=at, events=[event])
