"""The frozen evidence of a run: what every agreement that may earn was known to have done.

`outcome_payments` is given no visit, since its evidence has no place for one (R-WI-08).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, datetime

from whatmatters.blocks.queries import blocks_changed
from whatmatters.commissioning.queries import (
    AgreementFacts,
    Versions,
    agreement_facts,
    agreements_of_people,
    agreements_of_sources,
    changed_since,
    changes_of,
    running_under,
    terms_versions,
)
from whatmatters.commissioning.queries.paid_models import PAID_AHEAD
from whatmatters.delivery.queries import (
    VisitFacts,
    bundles_changed,
    packages_with_visits_recorded,
    visits,
)
from whatmatters.direct_payments.queries import bought_changed, direct_changed
from whatmatters.episodes.queries import episodes_changed
from whatmatters.funds.queries import funds_changed
from whatmatters.outcomes.queries.evidence import (
    findings,
    judged_since,
    judgement_evidence,
    over_since,
    still_to_be_judged,
)
from whatmatters.outcomes.queries.judgement_facts import JudgementFacts
from whatmatters.payments.queries.calendar import last_release
from whatmatters.payments.queries.chain import head
from whatmatters.payments.queries.contested import (
    contest_states,
    dissatisfaction_states,
    unsettled_contests,
    unsettled_dissatisfactions,
)
from whatmatters.payments.queries.left_out import left_out_agreements
from whatmatters.payments.services.blocks import BLOCK, blocks_of
from whatmatters.payments.services.bundles import BUNDLE, bundles_seen
from whatmatters.payments.services.direct import DIRECT, direct_of
from whatmatters.payments.services.episodes import EPISODE, episodes_of
from whatmatters.payments.services.frozen import Frozen, Gathered
from whatmatters.payments.services.funds import FUND, funds_of
from whatmatters.payments.services.introduced import INTRODUCTION, bought_of
from whatmatters.payments.services.results import RESULTS, results_of
from whatmatters.payments.services.shifts import SHIFTS, shifts_of
from whatmatters.people.queries import deaths_told_since, died_on
from whatmatters.policy.queries import bank_holidays
from whatmatters.results.queries import results_changed
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.periods import Period
from whatmatters.shifts.queries import shifts_changed

PLAN, PACKAGE = "plan", "package"
CHUNK = 5000  # ids in one statement


def gather(council_id: int, period: Period, *, with_terms: bool = True) -> Gathered:
    """All evidence for one period, in a number of queries that does not grow with agreements.

    Agreements without a fact newer than the last release are looked at for this period alone.
    Without terms nothing can be assessed, and the hash is the same: terms never change.
    """
    last = last_release(council_id, before=period.start)
    since = last.facts_since if last else None
    known = {
        facts.id: facts
        for facts in agreement_facts(council_id, period=period, with_terms=with_terms)
    }
    versions = terms_versions(council_id)
    changed = _changed(council_id, period, since) | _under_new_terms(
        council_id, period, since, versions
    )
    changed |= left_out_agreements(last.run_id) if last else frozenset()
    for facts in agreement_facts(council_id, ids=changed - set(known), with_terms=with_terms):
        if facts.starts <= _last_start(facts.model, period):
            known[facts.id] = facts
    rows = [known[one] for one in sorted(known)]
    died = _died(rows)
    ended = {facts.id: _ended(facts, died) for facts in rows}
    again = {
        facts.id
        for facts in rows
        if since is None
        or facts.id in changed
        or ended[facts.id] != facts.ended_on
        or (facts.ended_on is not None and facts.ended_on in period)
    }
    told = _frozen(council_id, rows, ended, again, period, died, versions)
    agreements = tuple(told)
    return Gathered(period, last is None, agreements, _hash(council_id, period, agreements))


def evidence_of(
    council_id: int, rows: Sequence[AgreementFacts], until: Period
) -> tuple[Frozen, ...]:
    """What is known today of these agreements up to the end of a period, looked at from the first.

    `rows` are read with their terms. As many queries as for one agreement; nothing is written.
    """
    died = _died(rows)
    ended = {facts.id: _ended(facts, died) for facts in rows}
    versions = terms_versions(council_id)
    return tuple(_frozen(council_id, rows, ended, set(ended), until, died, versions))


def _changed(council_id: int, period: Period, since: datetime | None) -> frozenset[int]:
    """Agreements with a fact that no released run may have known.

    Signed, ended, judged, closed, contested, decided, with an older visit recorded, or for somebody
    whose death was told, since then (it may lie before a day on which the agreement had ended).
    """
    contested = findings(unsettled_contests(council_id, since)).values()
    over = over_since(council_id, since) | {found.version_id for found in contested}
    over |= unsettled_dissatisfactions(council_id, since)
    plans = frozenset(agreements_of_sources(council_id, PLAN, over).values())
    if since is None:
        return plans
    recorded = packages_with_visits_recorded(council_id, since, period.start)
    packages = agreements_of_sources(council_id, PACKAGE, recorded)
    bundles = bundles_changed(council_id, since, period.start)
    bundled = frozenset(agreements_of_sources(council_id, BUNDLE, bundles).values())
    books = agreements_of_sources(council_id, BLOCK, blocks_changed(council_id, since))
    blocked = frozenset(books.values())
    closed = agreements_of_sources(council_id, FUND, funds_changed(council_id, since, period.start))
    died = agreements_of_people(council_id, deaths_told_since(council_id, since))
    looked = agreements_of_sources(council_id, DIRECT, direct_changed(council_id, since))
    ended = episodes_changed(council_id, since, period.start)
    episodes = agreements_of_sources(council_id, EPISODE, ended)
    worked = shifts_changed(council_id, since, period.start)
    shifts = agreements_of_sources(council_id, SHIFTS, worked)
    results = agreements_of_sources(council_id, RESULTS, results_changed(council_id, since))
    hours = bought_changed(council_id, since, period.start)
    bought = agreements_of_sources(council_id, INTRODUCTION, hours)
    told = (packages, closed, looked, episodes, shifts, results, bought)
    others = frozenset(one for found in told for one in found.values())
    others |= bundled | blocked | died
    return changed_since(council_id, since) | plans | others


def _last_start(model: str, period: Period) -> date:
    """The last first day of an agreement that a run of this period pays."""
    return period.next().last_day if model in PAID_AHEAD else period.last_day


def _under_new_terms(
    council_id: int, period: Period, since: datetime | None, versions: Versions
) -> frozenset[int]:
    """Agreements that come under terms written since then for days before this period."""
    late = [
        version
        for known in versions.values()
        for version in known
        if since is not None and version.at >= since and version.starts < period.start
    ]
    if not late:
        return frozenset()
    contracts, first = {one.contract_id for one in late}, min(one.starts for one in late)
    return running_under(council_id, contracts, first)


def _frozen(
    council_id: int,
    rows: Sequence[AgreementFacts],
    ended: Mapping[int, date | None],
    again: Set[int],
    period: Period,
    died: Mapping[int, date],
    versions: Versions,
) -> Iterator[Frozen]:
    judged = _judgements(council_id, rows, again)
    unjudged = [f for f in rows if f.id in again and f.source_id not in judged]
    awaited = _awaited(unjudged, ended, died)
    seen = _visits(rows, again, period)
    bundles = bundles_seen(council_id, rows, ended, again, period)
    blocks, funds = blocks_of(rows, period.last_day), funds_of(rows, period.last_day)
    direct, episodes = direct_of(rows, period.last_day), episodes_of(rows, period.last_day)
    shifts, results = shifts_of(rows, again, period), results_of(rows)
    bought = bought_of(rows, again, period)
    states, unhappy = contest_states(council_id), dissatisfaction_states(council_id)
    for facts in rows:
        judgement = judged.get(facts.source_id) if facts.source == PLAN else None
        yield Frozen(
            facts=facts,
            late=facts.id in again,
            ended_on=ended[facts.id],
            judgement=judgement,
            visits=seen.get(facts.source_id, ()) if facts.source == PACKAGE else (),
            contests=_of(judgement, states),
            unhappy=unhappy.get(judgement.judgement_id or 0) if judgement else None,
            awaited=facts.id in awaited,
            changes=changes_of(facts, versions, period.last_day),
            bundle=bundles.get(facts.id),
            block=blocks.get(facts.id),
            fund=funds.get(facts.id),
            direct=direct.get(facts.id),
            episode=episodes.get(facts.id),
            shifts=shifts.get(facts.id, ()),
            results=results.get(facts.id, ()),
            bought=bought.get(facts.id, ()),
        )


def _judgements(
    council_id: int, rows: Iterable[AgreementFacts], again: Set[int]
) -> dict[int, JudgementFacts]:
    """The judgement of every agreement that is looked at again, old ones too, by version."""
    versions = {f.source_id for f in rows if f.source == PLAN and f.id in again}
    return judgement_evidence(versions & judged_since(council_id, None)) if versions else {}


def _awaited(
    rows: Iterable[AgreementFacts], ended: Mapping[int, date | None], died: Mapping[int, date]
) -> frozenset[int]:
    """Agreements that ran to their plan's end, are paid no more, and whose review is to come.

    A late plan that another has followed is one: its pay stopped, its judgement did not. Nobody is
    asked about the plan of somebody who has died.
    """
    over = {
        facts.source_id: facts.id
        for facts in rows
        if facts.source == PLAN and facts.person_id not in died and _ran_out(facts, ended[facts.id])
    }
    waiting = still_to_be_judged(over) if over else frozenset()
    return frozenset(over[version_id] for version_id in waiting)


def _ran_out(facts: AgreementFacts, ended: date | None) -> bool:
    return facts.ends is not None and ended is not None and ended >= facts.ends


def _died(rows: Sequence[AgreementFacts]) -> dict[int, date]:
    people = sorted({facts.person_id for facts in rows if facts.person_id})
    chunks = (people[i : i + CHUNK] for i in range(0, len(people), CHUNK))
    return {person: day for chunk in chunks for person, day in died_on(chunk).items()}


def _ended(facts: AgreementFacts, died: Mapping[int, date]) -> date | None:
    """The last day that earns; a death that nobody has ended the agreement for ends it too."""
    death = died.get(facts.person_id) if facts.person_id else None
    days = [day for day in (facts.ended_on, death) if day is not None]
    return min(days, default=None)


def _of(
    judgement: JudgementFacts | None, states: Mapping[int, PenaltyState]
) -> dict[int, PenaltyState]:
    if judgement is None or not states:
        return {}
    found = [o.finding_id for o in judgement.outcomes if o.finding_id is not None]
    return {finding: states[finding] for finding in found if finding in states}


def _visits(
    rows: Iterable[AgreementFacts], late: Set[int], period: Period
) -> dict[int, tuple[VisitFacts, ...]]:
    """Visits of this period, and of the whole agreement where it is looked at again."""
    packages = [facts for facts in rows if facts.source == PACKAGE]
    again = [facts for facts in packages if facts.id in late]
    once = [facts.source_id for facts in packages if facts.id not in late]
    found = dict(visits(once, period.start, period.last_day)) if once else {}
    if again:
        first = min(facts.starts for facts in again)
        found |= visits([facts.source_id for facts in again], first, period.last_day)
    return found


def _hash(council_id: int, period: Period, agreements: Iterable[Frozen]) -> str:
    # A longer table of bank holidays may assess what a proposal had to leave out.
    table = bank_holidays().covers_until
    told = f"{council_id}|{period.start}|{head(council_id)}|{table}"
    digest = hashlib.sha256(told.encode())
    for frozen in agreements:
        digest.update(frozen.told().encode())
    return digest.hexdigest()
