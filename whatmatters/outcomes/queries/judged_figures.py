"""How it goes in each voice, counted in SQL by provider and kind: for dashboards (R-XR-03)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, F, Q, Value, When

from whatmatters.access.queries.among import EVERYBODY, Among
from whatmatters.outcomes.models import Finding, OutcomeAnswer, PersonSatisfaction
from whatmatters.outcomes.queries.control_figures import control_counted
from whatmatters.outcomes.queries.results import PERSONS_OWN
from whatmatters.outcomes.queries.seals import LET_GO, REVIEWED
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import OutcomeKind, Party, Satisfaction
from whatmatters.rules.shares import WHOLE

PROVIDER, PERSON = "judgement__version__plan__provider_id", "judgement__version__plan__person_id"
CONTENT = (Satisfaction.SATISFIED, Satisfaction.VERY_SATISFIED)


class Voice(StrEnum):
    """Who said it. What is said on the person's behalf stands apart from her own (R-RV-02)."""

    PERSON = "person"
    PROXY = "proxy"
    PROVIDER = "provider"
    COUNCIL = "council"
    FINDING = "finding"
    SATISFIED = "satisfied"
    SATISFIED_PROXY = "satisfied_proxy"
    IN_CONTROL = "in_control"


@dataclass(frozen=True, slots=True)
class JudgedFigure:
    """Answers of one voice: how many were given, and how many said "wholly" (or: satisfied, or in
    control).

    `kind` is None for these two, which are about the support as a whole. `inside`: whether it
    lies in what was asked about; `person_id` None: answers of `people` counted as one;
    `provider_id` None: of somebody whom several supported.
    """

    provider_id: int | None
    inside: bool
    person_id: int | None
    kind: OutcomeKind | None
    voice: Voice
    answered: int
    wholly: int
    people: int


def judged_figures(
    council_id: int,
    first: date,
    last: date,
    among: Among = EVERYBODY,
    *,
    by_person: bool = False,
) -> tuple[JudgedFigure, ...]:
    """Reviews concluded in these days (both included), and what was said in them of being in
    control, in one query. "No answer" is not counted.

    Only concluded reviews are counted, so nothing of a sealed judgement is in a figure.
    `by_person`: one by one, for the cases behind.
    """
    ended = ended_between(first, last) & among.narrow(PROVIDER, PERSON)
    asked = _Asked(among, by_person)
    rows = _answers(council_id, ended, asked).union(
        _findings(council_id, ended, asked),
        _satisfactions(council_id, ended, asked),
        control_counted(
            council_id, first, last, among, by_person=by_person, voice=str(Voice.IN_CONTROL)
        ),
        all=True,
    )
    return tuple(
        JudgedFigure(
            provider,
            bool(inside),
            person or None,
            OutcomeKind(kind) if kind else None,
            Voice(voice),
            *counts,
        )
        for provider, inside, person, kind, voice, *counts in rows
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of whom, and whether one by one."""

    among: Among
    by_person: bool

    @property
    def person(self) -> Any:
        """The column of the person; 0 where people are counted together."""
        return F(PERSON) if self.by_person else Value(0)


def ended_between(first: date, last: date) -> Q:
    """The condition of an answer, finding or satisfaction whose review was concluded then."""
    return Q(
        judgement__version__state=PlanState.ENDED,
        judgement__version__moves__to=PlanState.ENDED,
        judgement__version__moves__why=REVIEWED,
        judgement__version__moves__on__gte=first,
        judgement__version__moves__on__lte=last,
    )


def _answers(council_id: int, ended: Q, asked: _Asked) -> Any:
    own = [str(authority) for authority in PERSONS_OWN]
    voice = Case(
        When(party=Party.PERSON, authority__in=own, then=Value(str(Voice.PERSON))),
        When(party=Party.PERSON, then=Value(str(Voice.PROXY))),
        default=F("party"),
    )
    rows = OutcomeAnswer.objects.of(council_id).filter(ended, tenths__isnull=False)
    kept = rows.exclude(outcome__state__in=LET_GO)
    return _counted(kept, asked, F("outcome__kind"), voice, Q(tenths=WHOLE))


def _findings(council_id: int, ended: Q, asked: _Asked) -> Any:
    rows = Finding.objects.of(council_id).filter(ended).exclude(outcome__state__in=LET_GO)
    return _counted(rows, asked, F("outcome__kind"), Value(str(Voice.FINDING)), Q(tenths=WHOLE))


def _satisfactions(council_id: int, ended: Q, asked: _Asked) -> Any:
    own = [str(authority) for authority in PERSONS_OWN]
    voice = Case(
        When(authority__in=own, then=Value(str(Voice.SATISFIED))),
        default=Value(str(Voice.SATISFIED_PROXY)),
    )
    rows = PersonSatisfaction.objects.of(council_id).filter(ended)
    return _counted(rows, asked, Value(""), voice, Q(answer__in=CONTENT))


def _counted(rows: Any, asked: _Asked, kind: Any, voice: Any, wholly: Q) -> Any:
    told = rows.order_by().annotate(
        of_provider=F(PROVIDER),
        is_inside=asked.among.inside(PROVIDER, PERSON),
        of_person=asked.person,
        of_kind=kind,
        of_voice=voice,
    )
    keys = ("of_provider", "is_inside", "of_person", "of_kind", "of_voice")
    counted = told.values(*keys).annotate(
        n=Count("id"), w=Count("id", filter=wholly), people=Count(PERSON, distinct=True)
    )
    return counted.values_list(*keys, "n", "w", "people")
