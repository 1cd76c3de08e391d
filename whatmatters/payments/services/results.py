"""What a run pays of results: each count that was agreed in its period, once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.payments.services.frozen import Frozen
from whatmatters.results.queries import ResultSeen, results_seen
from whatmatters.results.queries.groups import evidence_of
from whatmatters.results.queries.schemes import SOURCE
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.periods import Period

RESULTS = SOURCE
Terms = AgreementTerms[community_outcome.Terms]


def results_of(rows: Iterable[AgreementFacts]) -> Mapping[int, tuple[ResultSeen, ...]]:
    """Agreed counts by agreement: in two queries, or none where no results are paid."""
    signed = [facts for facts in rows if facts.source == RESULTS]
    found = results_seen({facts.source_id: facts.starts for facts in signed}) if signed else {}
    return {facts.id: found.get(facts.source_id, ()) for facts in signed}


def result_lines(
    agreement: Terms, frozen: Frozen, period: Period, rules: Rules
) -> tuple[Line, ...]:
    """A line for each payer of each count that was first agreed in the period, of 0 where it is too
    few to tell. A measured period that was not over on the last day brings none."""
    ended = frozen.ended_on
    return tuple(
        line
        for one in frozen.results
        if one.on in period and agreement.holds(one.last) and (ended is None or one.last <= ended)
        for line in _lines(agreement, one, rules)
    )


def _lines(agreement: Terms, one: ResultSeen, rules: Rules) -> Iterable[Line]:
    """As the model says it, with the days that were measured."""
    seen = evidence_of(agreement.terms, one.events, one.people, one.groups)
    days = {"measured_first": one.first.isoformat(), "measured_last": one.last.isoformat()}
    for line in community_outcome.assess(agreement, seen, rules).lines:
        inputs = {**line.inputs, **days, "measured": one.measured}
        yield replace(line, inputs=inputs, subject=f"result:{one.measured}")
