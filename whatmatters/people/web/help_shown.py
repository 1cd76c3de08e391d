"""An offer of help as every page shows it: in the words of whoever offers it, as theirs."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries import HelpOfferFacts, HelpVersion


@dataclass(frozen=True, slots=True)
class EarlierShown:
    """How it was said before."""

    words: str
    lang: str
    when: str


@dataclass(frozen=True, slots=True)
class HelpShown:
    """One offer. `stands`: it can be counted on; `state` says why it can not, or until when."""

    id: int
    person_id: int
    words: str
    days: str
    limits: str
    lang: str
    name: str
    by: str
    state: str
    stands: bool
    withdrawn: bool
    earlier: tuple[EarlierShown, ...]
    change_url: str


def help_shown(offer: HelpOfferFacts, *, on: date) -> HelpShown:
    """An offer as it stands on a day, with how it was said before."""
    now, said = offer.now, offer.said
    over = now.until is not None and now.until < on
    return HelpShown(
        id=offer.id,
        person_id=offer.person_id,
        words=said.what,
        days=said.days,
        limits=said.limits,
        lang=said.language,
        name=offer.by_name,
        by=_by(offer, said),
        state=_state(now, over=over),
        stands=not (now.withdrawn or over),
        withdrawn=now.withdrawn,
        earlier=tuple(_earlier(v) for v in offer.versions if not v.withdrawn and v is not said),
        change_url=reverse("help_offer_change", args=[offer.id]),
    )


def _by(offer: HelpOfferFacts, said: HelpVersion) -> str:
    told = {"name": offer.by_name, "relationship": offer.relationship, "day": day(said.at)}
    if offer.relationship:
        return _("%(name)s (%(relationship)s), in their own words, %(day)s.") % told
    return _("%(name)s, in their own words, %(day)s.") % told


def _state(now: HelpVersion, *, over: bool) -> str:
    if now.withdrawn:
        return _("Taken back on %(day)s") % {"day": day(now.at)}
    if now.until is None:
        return ""
    told = {"day": day(now.until)}
    return (_("Over since %(day)s") if over else _("Until %(day)s")) % told


def _earlier(version: HelpVersion) -> EarlierShown:
    words = [version.what, version.days, version.limits]
    until = _("Until %(day)s") % {"day": day(version.until)} if version.until else ""
    when = _("As it was said on %(day)s") % {"day": day(version.at)}
    return EarlierShown(" · ".join(w for w in (*words, until) if w), version.language, when)
