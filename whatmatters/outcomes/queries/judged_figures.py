"""How reviews went, counted in SQL by provider, kind and voice: for dashboards (R-XR-03)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, F, Q, Value, When

from whatmatters.outcomes.models import Finding, OutcomeAnswer, PersonSatisfaction
from whatmatters.outcomes.queries.results import PERSONS_OWN
from whatmatters.outcomes.queries.seals import LET_GO, REVIEWED
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import OutcomeKind, Party, Satisfaction
from whatmatters.rules.shares import WHOLE

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


@dataclass(frozen=True, slots=True)
class JudgedFigure:
    """Answers of one voice: how many were given, and how many said "wholly" (or: satisfied).

    `kind` is None for satisfaction, which is about the support as a whole.
    """

    provider_id: int
    kind: OutcomeKind | None
    voice: Voice
    answered: int
    wholly: int


def judged_figures(council_id: int, first: date, last: date) -> tuple[JudgedFigure, ...]:
    """Reviews concluded in these days (both included), in one query. "No answer" is not counted.

    Only concluded reviews are counted, so nothing of a sealed judgement is in a figure.
    """
    ended = _ended(first, last)
    rows = _answers(council_id, ended).union(
        _findings(council_id, ended), _satisfactions(council_id, ended), all=True
    )
    return tuple(
        JudgedFigure(provider, OutcomeKind(kind) if kind else None, Voice(voice), n, wholly)
        for provider, kind, voice, n, wholly in rows
    )


def _ended(first: date, last: date) -> Q:
    return Q(
        judgement__version__state=PlanState.ENDED,
        judgement__version__moves__to=PlanState.ENDED,
        judgement__version__moves__why=REVIEWED,
        judgement__version__moves__on__gte=first,
        judgement__version__moves__on__lte=last,
    )


def _answers(council_id: int, ended: Q) -> Any:
    own = [str(authority) for authority in PERSONS_OWN]
    voice = Case(
        When(party=Party.PERSON, authority__in=own, then=Value(str(Voice.PERSON))),
        When(party=Party.PERSON, then=Value(str(Voice.PROXY))),
        default=F("party"),
    )
    rows = OutcomeAnswer.objects.of(council_id).filter(ended, tenths__isnull=False)
    return _counted(
        rows.exclude(outcome__state__in=LET_GO), F("outcome__kind"), voice, Q(tenths=WHOLE)
    )


def _findings(council_id: int, ended: Q) -> Any:
    rows = Finding.objects.of(council_id).filter(ended).exclude(outcome__state__in=LET_GO)
    return _counted(rows, F("outcome__kind"), Value(str(Voice.FINDING)), Q(tenths=WHOLE))


def _satisfactions(council_id: int, ended: Q) -> Any:
    own = [str(authority) for authority in PERSONS_OWN]
    voice = Case(
        When(authority__in=own, then=Value(str(Voice.SATISFIED))),
        default=Value(str(Voice.SATISFIED_PROXY)),
    )
    rows = PersonSatisfaction.objects.of(council_id).filter(ended)
    return _counted(rows, Value(""), voice, Q(answer__in=CONTENT))


def _counted(rows: Any, kind: Any, voice: Any, wholly: Q) -> Any:
    told = rows.order_by().annotate(
        of_provider=F("judgement__version__plan__provider_id"), of_kind=kind, of_voice=voice
    )
    grouped = told.values("of_provider", "of_kind", "of_voice")
    counted = grouped.annotate(n=Count("id"), w=Count("id", filter=wholly))
    return counted.values_list("of_provider", "of_kind", "of_voice", "n", "w")
