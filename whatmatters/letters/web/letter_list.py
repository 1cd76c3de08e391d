"""The outbox: what waits for somebody's hands first; filtered and paged by address."""

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import day
from whatmatters.letters.queries.letters import Done, LetterFacts, last_moves
from whatmatters.letters.queries.listed import count_listed, listed
from whatmatters.letters.web.words import REASONS, STATES, WHY
from whatmatters.people.queries import person_facts
from whatmatters.rules.letters import Addressee, LetterReason, LetterState
from whatmatters.rules.permissions import Action

WAITS = (LetterState.TO_POST, LetterState.TO_TELL)
GROUPS = {
    "": WAITS,
    "post": (LetterState.TO_POST,),
    "tell": (LetterState.TO_TELL,),
    "mail": (LetterState.QUEUED, LetterState.SENDING),
    "done": (LetterState.SENT, LetterState.POSTED, LetterState.TOLD),
    "withdrawn": (LetterState.WITHDRAWN,),
}
BY_HAND = frozenset({LetterState.POSTED, LetterState.TOLD})


class LetterFilter(ListForm):
    """Where letters stand, and what they are about."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Waits for somebody")),
            ("post", gettext_lazy("To be posted")),
            ("tell", gettext_lazy("To be told in person")),
            ("mail", gettext_lazy("To be sent by e-mail")),
            ("done", gettext_lazy("Done")),
            ("withdrawn", gettext_lazy("Withdrawn")),
        ],
    )
    about = forms.ChoiceField(
        label=gettext_lazy("What about"),
        required=False,
        choices=[("", gettext_lazy("Anything")), *((str(k), v) for k, v in REASONS.items())],
    )


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter of the list."""

    to: str
    about: str
    since: str
    flag: tuple[str, str]
    note: str
    url: str


@permitted_council(Action.OPEN_LETTERS)
def letter_list(request: Asked) -> HttpResponse:
    """Letters that this reader may handle."""
    form = LetterFilter(request.GET)
    chosen = form.chosen()
    states = GROUPS[chosen.get("stand", "")]
    reason = LetterReason(chosen["about"]) if "about" in chosen else None
    actor, on = request.actor, request.today
    shown = paging(form, count_listed(actor, on, states, reason))
    rows = listed(actor, on, states, reason, offset=shown.start, limit=PER_PAGE)
    context = {
        "filters": form,
        "paging": shown,
        "rows": _shown(rows),
        "title": _title(shown.total, waiting=not chosen),
        "filtered": bool(chosen),
    }
    return render(request, "letters/letter_list.html", context)


def _title(total: int, *, waiting: bool) -> str:
    if not waiting:
        return _("Letters")
    if not total:
        return _("No letter waits for you")
    words = ngettext("%(n)s letter waits for you", "%(n)s letters wait for you", total)
    return words % {"n": total}


def _shown(rows: tuple[LetterFacts, ...]) -> list[LetterRow]:
    people = person_facts(row.person_id for row in rows if row.person_id is not None)
    done = last_moves(row.id for row in rows)
    bodies = {row.addressee_id for row in rows if row.addressee is Addressee.ORGANISATION}
    users, organisations = names_together({move.by_id for move in done.values()}, bodies)
    found = []
    for row in rows:
        to_person = row.addressee is Addressee.PERSON
        names = people[row.addressee_id].full_name if to_person else organisations[row.addressee_id]
        page = "letter" if to_person else "organisation_letter"
        found.append(
            LetterRow(
                to=names,
                about=str(REASONS[row.reason]),
                since=day(row.at),
                flag=(_look(row.state), str(STATES[row.state])),
                note=_note(row, done.get(row.id), users),
                url=reverse(page, args=[row.id]),
            )
        )
    return found


def _look(state: LetterState) -> str:
    return {LetterState.TO_POST: "must", LetterState.TO_TELL: "bad"}.get(state, "plain")


def _note(row: LetterFacts, done: Done | None, users: dict[int, str]) -> str:
    if done is not None and row.state in BY_HAND:
        told = {"name": users.get(done.by_id, ""), "day": day(done.at)}
        return _("By %(name)s on %(day)s") % told
    return str(WHY[row.why]) if row.why else ""
