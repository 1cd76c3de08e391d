"""What a first page is made of: sections, each with things to open, or what would be there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.insight.web.shown import MeasureShown
from whatmatters.outcomes.queries.due_person import DueFacts, DueKind
from whatmatters.people.queries import PersonFacts


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to open: its words, a note below, a flag (kind and words), and its address."""

    words: str
    url: str
    note: str = ""
    flag: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a first page. `empty` says what would be here and what to do next.

    `more` is a link below: words and address.
    """

    title: str
    things: tuple[Thing, ...]
    empty: str
    lead: str = ""
    more: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Close:
    """Somebody who works with the reader: the kind of mark ("worker", "org"), name, and as what;
    `face`: the address of the picture that they put up.
    """

    kind: str
    name: str
    note: str
    face: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A visit of today: who comes and about when, or between which times; what for, and `who` alone
    (empty: nobody was named yet), whose mark of this `kind`, or `face`, stands beside it. `note`:
    what was told before, or is agreed; `must`: what must happen, and by when; `act`: words and
    address of what the reader may say of it.
    """

    who: str
    when: str
    what: str
    url: str
    note: str = ""
    must: str = ""
    kind: str = "worker"
    face: str = ""
    act: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """Who comes today; `empty` where nobody does. `more` leads to who comes on every day.

    `later` says from when another agreement holds. `title` names whose day it is, if not one's own;
    `anchor` is the heading's, one of its kind on a page; `way` is what the way on is called; `told`
    are sentences above it all, of what has happened.
    """

    coming: tuple[Coming, ...]
    empty: str
    more: str
    later: str = ""
    title: str = ""
    anchor: str = "today"
    way: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstPage:
    """A first page: its title as a sentence, what to know first, its sections, one main button.

    `today` and `circle`, those who work with the reader, where the page is a person's own;
    family read `days`, of each who shares it, and who is at work their own round.
    `figures`: the leading ones of a provider, to its manager.
    """

    title: str
    lead: str
    sections: tuple[Section, ...]
    button: tuple[str, str] | None = None
    circle: tuple[Close, ...] = ()
    today: Today | None = None
    days: tuple[Today, ...] = ()
    figures: tuple[MeasureShown, ...] = ()


FLAGS: dict[DueKind, str] = {
    DueKind.REVIEW_LATE: "bad",
    DueKind.EXCEPTION: "must",
    DueKind.ANSWER_PLAN: "must",
    DueKind.ANSWER_JUDGEMENT: "must",
    DueKind.UNCHANGED: "plain",
    DueKind.PACKAGE_UNCHANGED: "plain",
    DueKind.JUDGEMENT_OPEN: "plain",
    DueKind.ENDS_SOON: "plain",
}


def due_words(due: DueFacts) -> str:
    """What is due, to somebody who works with the person."""
    words = {
        DueKind.REVIEW_LATE: _("Review late: the plan ended on %(day)s"),
        DueKind.EXCEPTION: _("An exception waits for an answer"),
        DueKind.ANSWER_PLAN: _("A plan waits for your answer"),
        DueKind.ANSWER_JUDGEMENT: _("Say how it went by %(day)s"),
        DueKind.UNCHANGED: _("Nobody has changed the plan since %(day)s: is it still right?"),
        DueKind.PACKAGE_UNCHANGED: _(
            "Nobody has changed the package since %(day)s: is it still right?"
        ),
        DueKind.JUDGEMENT_OPEN: _("Being judged, until %(day)s"),
        DueKind.ENDS_SOON: _("The plan ends on %(day)s"),
    }
    return words[due.kind] % {"day": day(due.on)}


def due_url(due: DueFacts) -> str:
    """Where it is done; the record where it is done there."""
    if due.kind is DueKind.ANSWER_PLAN:
        return reverse("plan_answer", args=[due.version_id])
    if due.kind is DueKind.ANSWER_JUDGEMENT and due.judgement_id is not None:
        return reverse("judgement_answer", args=[due.judgement_id])
    if due.kind is DueKind.UNCHANGED:
        return reverse("plan_unchanged", args=[due.version_id])
    if due.kind is DueKind.PACKAGE_UNCHANGED:
        return reverse("package_plan", args=[due.person_id])
    return reverse("record", args=[due.person_id])


def due_thing(due: DueFacts, name: str) -> Thing:
    """One thing that is due with one person."""
    return Thing(name, due_url(due), flag=(FLAGS[due.kind], due_words(due)))


def people_things(people: tuple[PersonFacts, ...]) -> tuple[Thing, ...]:
    """Each person's record, by the name that they go by."""
    return tuple(Thing(p.known_as, reverse("record", args=[p.id])) for p in people)
