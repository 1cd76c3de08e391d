"""The figures of one scope as they may be shown: the same at five depths, and never what tells of
few (rules/measures/rates.py)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from whatmatters.insight.queries.costs import Costs, costs_of
from whatmatters.insight.queries.counting import Holds, inside, judged, shares, wholes
from whatmatters.insight.queries.facts import Facts, read_facts
from whatmatters.insight.queries.gaps import Gaps, gaps_of
from whatmatters.insight.queries.parts import Parts, declines_of, spend_of
from whatmatters.insight.queries.scopes import Scope
from whatmatters.outcomes.queries.figure_facts import StartFigure
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.policy.queries import wilson_z
from whatmatters.policy.way_in import start_baseline_days
from whatmatters.rules.measures.rates import NONE, Counted, Rate, may_tell, rate
from whatmatters.rules.measures.register import Depth, Measure, Shape
from whatmatters.rules.measures.withholding import withheld
from whatmatters.rules.outcomes import OutcomeKind
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
class Dashboard:
    """Everything there is at one depth for one period. What the depth lacks is empty."""

    scope: Scope
    measures: Mapping[str, Measure]
    period: Period
    shares: Mapping[str, Measured]
    kinds: tuple[KindRow, ...]
    proxies: int
    starts: Starts
    declines: Parts
    gaps: Gaps
    overdue: int
    oldest_end: date | None
    costs: Costs
    spend: Parts
    minimum: int


def dashboard(scope: Scope, *, on: date, only: Collection[Measure] = ()) -> Dashboard:
    """The figures up to a day, in at most seven queries.

    `only`: of some measures, in as many queries as they need; every other is then of nothing.
    """
    facts, measures = read_facts(scope, on=on, only=only), scope.measures()
    plans = [p for p in facts.plans if p.inside]
    ends = [p.oldest_end for p in plans if p.oldest_end is not None]
    return Dashboard(
        scope=scope,
        measures=measures,
        period=facts.period,
        shares=_shares(scope, facts, measures),
        kinds=tuple(_kind(kind, scope, facts) for kind in OutcomeKind),
        proxies=judged(facts.judged, inside, Voice.PROXY).denominator,
        starts=_starts(scope, facts),
        declines=declines_of(facts.declines),
        gaps=gaps_of(facts.gaps, part=scope.is_part, minimum=scope.minimum),
        overdue=sum(p.overdue for p in plans),
        oldest_end=min(ends, default=None),
        costs=costs_of(facts.costs, part=scope.is_part, minimum=scope.minimum),
        spend=spend_of(facts.spend, own=scope.depth is Depth.PROVIDER),
        minimum=scope.minimum,
    )


def _shares(scope: Scope, facts: Facts, measures: Mapping[str, Measure]) -> dict[str, Measured]:
    own = shares(facts, inside)
    known = [shares(facts, holds) for holds in wholes(scope)]
    least = scope.minimum if scope.depth is Depth.CASE else 0
    return {
        key: Measured(
            measure,
            rate(
                own[key],
                wholes=[whole[key] for whole in known],
                z=wilson_z(),
                minimum=least or measure.minimum,
            ),
        )
        for key, measure in measures.items()
        if measure.shape is Shape.SHARE
    }


def _kind(kind: OutcomeKind, scope: Scope, facts: Facts) -> KindRow:
    """One row. The measure of all kinds stands on the same page: a kind may not be subtracted."""
    voices = {}
    for voice in VOICES:

        def of(holds: Holds, only: OutcomeKind, voice: Voice = voice) -> Counted:
            return judged(facts.judged, holds, voice, only)

        parts = {k: of(inside, k) for k in OutcomeKind}
        hidden = withheld({k: c.denominator for k, c in parts.items()}, scope.minimum)
        known = [of(holds, kind) for holds in wholes(scope)]
        shown = NONE if kind in hidden else parts[kind]
        voices[voice] = rate(shown, wholes=known, z=wilson_z(), minimum=scope.minimum)
    return KindRow(kind, voices)


def _starts(scope: Scope, facts: Facts) -> Starts:
    def counted(holds: Holds) -> tuple[list[StartFigure], Counted]:
        rows = [s for s in facts.starts if holds(s.inside, s.provider_id)]
        return rows, Counted(0, len(rows), len({s.person_id for s in rows}))

    own, count = counted(inside)
    known = [counted(holds)[1] for holds in wholes(scope)]
    baseline = start_baseline_days()
    if not may_tell(count, known, scope.minimum):
        return Starts(len(own), None, None, baseline)
    stages = (
        round(mean(s.to_conversation for s in own), 1),
        round(mean(s.to_agreement for s in own), 1),
        round(mean(s.to_start for s in own), 1),
    )
    return Starts(len(own), median(s.days for s in own), stages, baseline)
