"""The dashboard's figures: a department's, or one provider's own, and never what tells of few.

A provider's figure is a part of the department's, which others may know: it is withheld where it
or the rest of the department is too few (rules/measures/rates.py).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median

from whatmatters.insight.queries.gaps import Gaps, gaps_of
from whatmatters.outcomes.queries.figure_facts import PlanFigure, StartFigure
from whatmatters.outcomes.queries.figures import (
    decline_figures,
    gap_figures,
    plan_figures,
    start_figures,
)
from whatmatters.outcomes.queries.judged_figures import JudgedFigure, Voice, judged_figures
from whatmatters.payments.queries.figures import SpendFigure, spend_figures
from whatmatters.policy.measures import measure_weeks, measures
from whatmatters.policy.queries import too_few_to_tell_below, wilson_z
from whatmatters.policy.way_in import start_baseline_days
from whatmatters.rules.measures.rates import NONE, Counted, Rate, may_show, rate
from whatmatters.rules.measures.register import Measure
from whatmatters.rules.measures.withholding import withheld
from whatmatters.rules.outcomes import DeclineReason, OutcomeKind
from whatmatters.rules.periods import Period

VOICES = (Voice.PERSON, Voice.PROVIDER, Voice.COUNCIL, Voice.FINDING)


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure with its rate."""

    measure: Measure
    rate: Rate


@dataclass(frozen=True, slots=True)
class KindRow:
    """Outcomes of one kind, wholly achieved in each voice."""

    kind: OutcomeKind
    voices: Mapping[Voice, Rate]


@dataclass(frozen=True, slots=True)
class Starts:
    """Days from request to start: the middle, and the mean of each stage; None: too few."""

    count: int
    middle: float | None
    stages: tuple[float, float, float] | None
    baseline: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total; None where it is not told apart."""

    key: str
    count: int | None
    pence: int | None = None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything on the page, for one period, of a department or of one provider."""

    period: Period
    provider_id: int | None
    leading: tuple[Measured, ...]
    others: Mapping[str, Measured]
    kinds: tuple[KindRow, ...]
    proxies: int
    starts: Starts
    declines: tuple[Part, ...]
    declined: int
    gaps: Gaps
    overdue: int
    oldest_end: date | None
    spend: tuple[Part, ...]
    spent: int
    spent_for: Period | None
    minimum: int


def dashboard(council_id: int, *, on: date, provider_id: int | None = None) -> Dashboard:
    """The figures up to a day, in seven queries. `provider_id`: only that provider's own."""
    first = on - timedelta(weeks=measure_weeks()) + timedelta(days=1)
    judged = judged_figures(council_id, first, on)
    plans = plan_figures(council_id, on=on)
    starts = start_figures(council_id, first, on)
    rates = _rates(judged, plans, starts, provider_id)
    own_plans = [p for p in plans if provider_id in (None, p.provider_id)]
    ends = [p.oldest_end for p in own_plans if p.oldest_end is not None]
    declines = [
        d for d in decline_figures(council_id, first, on) if provider_id in (None, d.provider_id)
    ]
    spend = [s for s in spend_figures(council_id, first, on) if provider_id in (None, s.payee_id)]
    return Dashboard(
        period=Period(first, on + timedelta(days=1)),
        provider_id=provider_id,
        leading=tuple(m for m in rates.values() if m.measure.kind == "leading"),
        others={key: m for key, m in rates.items() if m.measure.kind != "leading"},
        kinds=tuple(_kind(kind, judged, provider_id) for kind in OutcomeKind),
        proxies=_sum(judged, provider_id, Voice.PROXY).denominator,
        starts=_starts(starts, provider_id),
        declines=_declines((d.reason, d.count) for d in declines),
        declined=sum(d.count for d in declines),
        gaps=gaps_of(gap_figures(council_id, first, on), provider_id),
        overdue=sum(p.overdue for p in own_plans),
        oldest_end=min(ends, default=None),
        spend=_spend(spend, provider_id),
        spent=sum(s.pence for s in spend),
        spent_for=_spent_for(spend),
        minimum=too_few_to_tell_below(),
    )


def _rates(
    judged: Iterable[JudgedFigure],
    plans: Iterable[PlanFigure],
    starts: Iterable[StartFigure],
    provider_id: int | None,
) -> dict[str, Measured]:
    judged, plans, starts = list(judged), list(plans), list(starts)
    baseline = start_baseline_days()

    def of(provider: int | None) -> dict[str, Counted]:
        mine = [p for p in plans if provider in (None, p.provider_id)]
        begun = [s for s in starts if provider in (None, s.provider_id)]
        under_way = sum(p.under_way for p in mine)
        return {
            "outcomes_on_track": Counted(under_way - sum(p.off_track for p in mine), under_way),
            "outcomes_achieved": _sum(judged, provider, Voice.PERSON),
            "satisfied": _sum(judged, provider, Voice.SATISFIED),
            "started_in_time": Counted(sum(s.days <= baseline for s in begun), len(begun)),
            "reviews_late": Counted(sum(p.overdue for p in mine), sum(p.in_force for p in mine)),
            "outcomes_found": _sum(judged, provider, Voice.FINDING),
        }

    whole, own = of(None), of(provider_id)
    return {
        key: Measured(measure, _rate(own[key], whole[key], provider_id, measure.minimum))
        for key, measure in measures().items()
    }


def _rate(own: Counted, whole: Counted, provider_id: int | None, minimum: int) -> Rate:
    known = None if provider_id is None else whole
    return rate(own, whole=known, z=wilson_z(), minimum=minimum)


def _sum(
    judged: Iterable[JudgedFigure],
    provider_id: int | None,
    voice: Voice,
    kind: OutcomeKind | None = None,
) -> Counted:
    counted = NONE
    for one in judged:
        theirs = provider_id in (None, one.provider_id)
        if theirs and one.voice is voice and kind in (None, one.kind):
            counted += Counted(one.wholly, one.answered)
    return counted


def _kind(kind: OutcomeKind, judged: Iterable[JudgedFigure], provider_id: int | None) -> KindRow:
    """One row. The measure of all kinds stands on the same page: a kind may not be subtracted."""
    minimum = too_few_to_tell_below()
    voices = {}
    for voice in VOICES:
        parts = {k: _sum(judged, provider_id, voice, k) for k in OutcomeKind}
        whole = _sum(judged, None, voice, kind)
        hidden = withheld({k: c.denominator for k, c in parts.items()}, minimum)
        shown = NONE if kind in hidden else parts[kind]
        voices[voice] = _rate(shown, whole, provider_id, minimum)
    return KindRow(kind, voices)


def _starts(starts: Iterable[StartFigure], provider_id: int | None) -> Starts:
    every = list(starts)
    own = [s for s in every if provider_id in (None, s.provider_id)]
    whole = None if provider_id is None else len(every)
    baseline = start_baseline_days()
    if not may_show(len(own), whole, too_few_to_tell_below()):
        return Starts(len(own), None, None, baseline)
    stages = (
        round(mean(s.to_conversation for s in own), 1),
        round(mean(s.to_agreement for s in own), 1),
        round(mean(s.to_start for s in own), 1),
    )
    return Starts(len(own), median(s.days for s in own), stages, baseline)


def _declines(pairs: Iterable[tuple[DeclineReason, int]]) -> tuple[Part, ...]:
    counts: Counter[str] = Counter()
    for reason, count in pairs:
        counts[str(reason)] += count
    hidden = withheld(counts, too_few_to_tell_below())
    return tuple(Part(key, None if key in hidden else n) for key, n in counts.most_common())


def _spent_for(spend: Iterable[SpendFigure]) -> Period | None:
    """The days of the runs that were counted; None where nothing was paid."""
    every = list(spend)
    if not every:
        return None
    return Period(min(s.first for s in every), max(s.end for s in every))


def _spend(spend: Iterable[SpendFigure], provider_id: int | None) -> tuple[Part, ...]:
    """What a provider was paid it has on its own statements: nothing to withhold from it."""
    agreements: Counter[str] = Counter()
    pence: Counter[str] = Counter()
    for one in spend:
        agreements[one.model] += one.agreements
        pence[one.model] += one.pence
    department = provider_id is None
    hidden = withheld(agreements, too_few_to_tell_below()) if department else frozenset()
    return tuple(
        Part(model, None if model in hidden else n, None if model in hidden else pence[model])
        for model, n in agreements.most_common()
    )
