"""A person's bundle and its bank: what is left, until when, and what minutes were for (R-VG-04)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.delivery.queries import Bank, bank, bundles_of
from whatmatters.delivery.queries.bank import Moved
from whatmatters.delivery.services import MinutesGiven, move_minutes
from whatmatters.delivery.web.bank_words import BESIDE, bank_refused
from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

MOST_MINUTES = 99_999
MINUTES_IN_AN_HOUR = 60
KINDS = {
    MovementKind.GIVEN: gettext_lazy("Put in"),
    MovementKind.DRAWN: gettext_lazy("Drawn"),
    MovementKind.EXPIRED: gettext_lazy("Ran out"),
}
OFFERED_TO = frozenset({Role.PERSON, Role.FAMILY, Role.SOCIAL_WORKER})


class MoveForm(PageForm):
    """Put minutes in, or draw them; for what, in own words."""

    kind = OneOf(
        label=gettext_lazy("What would you like to do?"),
        choices=[
            (MovementKind.GIVEN, gettext_lazy("Put minutes into the bank")),
            (MovementKind.DRAWN, gettext_lazy("Draw minutes from the bank")),
        ],
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes"), min_value=1, max_value=MOST_MINUTES
    )
    on = DateField(label=gettext_lazy("On which day"))
    purpose = WordsField(
        label=gettext_lazy("What is it for?"),
        help_text=gettext_lazy("In the words of whoever agreed it, such as: a day at the sea."),
    )


@dataclass(frozen=True, slots=True)
class MovedShown:
    """One movement, in words."""

    on: date
    kind: str
    minutes: str
    balance: str
    purpose: str


@permitted(
    Action.SEE_PLAN,
    person="person_id",
    post=Action.MOVE_BANK,
    called=gettext_lazy("The hours and their bank"),
)
def bank_page(request: Asked, person_id: int) -> HttpResponse:
    """What was agreed and used, what the bank holds, and what moved in it."""
    who = person_of(person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    found = _bank(request, person_id)
    open_ = found is not None and found.ends is None and Action.MOVE_BANK in request.sight.actions
    form = MoveForm(sent(request), initial={"on": request.today}) if open_ else None
    if form is not None and found is not None and form.is_valid() and _moved(request, form, found):
        messages.success(request, _("The bank has been changed."))
        return redirect("bank", person_id=person_id)
    own = is_own(request.sight)
    told = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "name": who.known_as,
        "person_id": person_id,
        "found": found,
        "form": form,
        **(_told(found, offered=bool(request.actor.roles & OFFERED_TO)) if found else {}),
    }
    return render(request, "delivery/bank.html", told, status=status(request))


def _bank(request: Asked, person_id: int) -> Bank | None:
    """The newest bundle; of a provider's reader, its own."""
    council_id = request.actor.council_id
    rows = bundles_of(council_id, person_id, provider_id=request.sight.provider_id)
    begun = [row for row in rows if row.starts <= request.today]
    return bank(council_id, begun[-1].bundle_id, request.today) if begun else None


def _moved(request: Asked, form: MoveForm, found: Bank) -> bool:
    told = form.cleaned_data
    given = MinutesGiven(
        found.bundle_id,
        MovementKind(told["kind"]),
        told["on"],
        told["minutes"],
        told["purpose"],
    )

    def verb() -> int:
        move_minutes(by=request.actor, at=request.at, given=given)
        return found.bundle_id

    try:
        take_once(by=request.actor, at=request.at, token=told["form_token"], verb=verb)
    except Refusal as refusal:
        named = BESIDE.get(refusal.code) or str(refusal.params.get("field", ""))
        form.refuse(bank_refused(refusal), named if named in form.fields else None)
        return False
    return True


def _told(found: Bank, *, offered: bool) -> dict[str, Any]:
    now = found.now
    return {
        "starts": now.held.start,
        "last_day": now.bank.last_day,
        "allocated": hours(floor(now.held.allocated)),
        "delivered": hours(now.delivered),
        "banked": hours(now.bank.banked),
        "drawn": hours(now.bank.drawn),
        "used": hours(max(0, now.used)),
        "room": hours(max(0, now.cap - now.bank.banked)),
        "balance": hours(found.balance),
        "expiring": [(hours(minutes), day) for minutes, day in found.expiring],
        "rows": list(_rows(found.moved)),
        "offered": _weekly(found.offered) if offered and found.offered is not None else "",
    }


def _rows(moved: tuple[Moved, ...]) -> Iterator[MovedShown]:
    for one in moved:
        yield MovedShown(
            one.on, str(KINDS[one.kind]), hours(one.minutes), hours(one.balance), one.purpose
        )


def _weekly(offered: Fraction) -> str:
    return hours(floor(offered * MINUTES_IN_AN_HOUR))


def hours(minutes: int) -> str:
    """Whole minutes as hours and minutes: "2 hours 30 minutes"."""
    whole, left = divmod(minutes, MINUTES_IN_AN_HOUR)
    parts = []
    if whole:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", whole) % {"n": whole})
    if left or not whole:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", left) % {"n": left})
    return " ".join(parts)
