"""The list of people: what is due first, then everybody by name; searched and paged by address."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.services import may_name
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import paging
from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.queries.person_list import PER_PAGE, ListRead, read_list
from whatmatters.home.web.people_filters import filters_for
from whatmatters.home.web.people_title import people_title
from whatmatters.home.web.where import area_words
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.people.queries import PersonFacts, assigned
from whatmatters.rules.permissions import Action, Relationship, actions

TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list."""

    name: str
    called: str
    url: str
    area: str
    flag: tuple[str, str] | None
    give_url: str = ""


@permitted_council(Action.LIST_PEOPLE)
def person_list(request: Asked) -> HttpResponse:
    """My people, in the order of what is due."""
    title = people_title(request.actor.roles)
    form = filters_for(request)
    wanted = form.wanted()
    read = read_list(request.actor, on=request.today, wanted=wanted, page=form.number())
    named = [person.id for person in read.people]
    if not may_name(by=request.actor, at=request.at, on=request.today, person_ids=named):
        told = {"title": title}
        return render(request, "home/person_list_stopped.html", told, status=TOO_MANY)
    alone = _alone(request, named)
    context = {
        "filters": form,
        "filtered": wanted.narrows,
        "words": wanted.words,
        "paging": paging(form, read.total, per_page=PER_PAGE),
        "rows": [_row(person, read, alone) for person in read.people],
        "due": len(read.due),
        "title": title,
    }
    return render(request, "home/person_list.html", context)


def _alone(request: Asked, named: list[int]) -> set[int]:
    """Those with whom nobody works, for who may give any of them somebody; else none."""
    if Action.GIVE_WORKER not in actions(request.actor.roles, [Relationship.COUNCIL]):
        return set()
    return set(named) - set(assigned(named, request.today))


def _row(person: PersonFacts, read: ListRead, alone: set[int]) -> PersonRow:
    due = read.due.get(person.id)
    return PersonRow(
        name=person.full_name,
        called="" if person.full_name.startswith(person.known_as) else person.known_as,
        url=reverse("record", args=[person.id]),
        area=_("Hidden") if person.id in read.hidden else area_words(person),
        flag=_flag(due) if due and not person.died_on else _died(person),
        give_url=reverse("worker_give", args=[person.id])
        if person.id in alone and not person.died_on
        else "",
    )


def _died(person: PersonFacts) -> tuple[str, str] | None:
    if person.died_on is None:
        return None
    return "quiet", _("Died on %(day)s") % {"day": day(person.died_on)}


def _flag(due: DueFacts) -> tuple[str, str]:
    told = {"day": day(due.on)}
    kinds = {
        DueKind.REVIEW_LATE: ("bad", _("Review late: the plan ended on %(day)s")),
        DueKind.EXCEPTION: ("must", _("An exception waits for an answer")),
        DueKind.ANSWER_PLAN: ("must", _("A plan waits for your answer")),
        DueKind.ANSWER_JUDGEMENT: ("must", _("Say how it went by %(day)s")),
        DueKind.UNCHANGED: (
            "plain",
            _("Nobody has changed the plan since %(day)s: is it still right?"),
        ),
        DueKind.PACKAGE_UNCHANGED: (
            "plain",
            _("Nobody has changed the package since %(day)s: is it still right?"),
        ),
        DueKind.JUDGEMENT_OPEN: ("plain", _("Being judged, until %(day)s")),
        DueKind.ENDS_SOON: ("plain", _("The plan ends on %(day)s")),
    }
    look, words = kinds[due.kind]
    return look, words % told
