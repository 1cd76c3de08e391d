"""Shares counted from the facts: of what lies inside, and of the wholes that others may know."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from whatmatters.insight.queries.facts import Facts
from whatmatters.insight.queries.scopes import Scope
from whatmatters.outcomes.queries.judged_figures import JudgedFigure, Voice
from whatmatters.policy.way_in import start_baseline_days
from whatmatters.rules.measures.rates import NONE, Counted
from whatmatters.rules.measures.register import Depth
from whatmatters.rules.outcomes import OutcomeKind

# Whether a row, inside or not and of this provider, is counted.
Holds = Callable[[bool, int | None], bool]


def inside(is_inside: bool, _provider_id: int | None) -> bool:
    """What the scope holds."""
    return is_inside


def everything(_inside: bool, _provider_id: int | None) -> bool:
    """The department."""
    return True


def wholes(scope: Scope) -> tuple[Holds, ...]:
    """The wholes beside which a part stands: the department, and a team's own provider."""
    if not scope.is_part:
        return ()
    organisation = scope.among.provider_id
    if scope.depth is Depth.TEAM and organisation is not None:
        return (everything, lambda _, provider_id: provider_id == organisation)
    return (everything,)


def shares(facts: Facts, holds: Holds) -> Mapping[str, Counted]:
    """Every figure that is a share, by its key, withheld or not."""
    plans = [p for p in facts.plans if holds(p.inside, p.provider_id)]
    begun = [s for s in facts.starts if holds(s.inside, s.provider_id)]
    under_way = sum(p.under_way for p in plans)
    off, late = sum(p.off_track for p in plans), sum(p.overdue for p in plans)
    in_time = sum(s.days <= start_baseline_days() for s in begun)
    return {
        "outcomes_on_track": Counted(
            under_way - off, under_way, sum(p.people_under_way for p in plans)
        ),
        "outcomes_achieved": judged(facts.judged, holds, Voice.PERSON),
        "satisfied": judged(facts.judged, holds, Voice.SATISFIED),
        "in_control": judged(facts.judged, holds, Voice.IN_CONTROL),
        "started_in_time": Counted(in_time, len(begun), len({s.person_id for s in begun})),
        "reviews_late": Counted(late, sum(p.in_force for p in plans), sum(p.people for p in plans)),
        "outcomes_found": judged(facts.judged, holds, Voice.FINDING),
    }


def judged(
    rows: Iterable[JudgedFigure], holds: Holds, voice: Voice, kind: OutcomeKind | None = None
) -> Counted:
    """Answers of one voice, of one kind or of all.

    Somebody with outcomes of both kinds is counted once with each provider: people are the most
    of any kind, and so never too many.
    """
    numerator = denominator = 0
    people: defaultdict[tuple[int | None, bool], int] = defaultdict(int)
    for row in rows:
        if row.voice is voice and holds(row.inside, row.provider_id) and kind in (None, row.kind):
            numerator += row.wholly
            denominator += row.answered
            where = (row.provider_id, row.inside)
            people[where] = max(people[where], row.people)
    return Counted(numerator, denominator, sum(people.values())) if denominator else NONE
