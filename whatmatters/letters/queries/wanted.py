"""What should be told to whom, as the records stand now: a constant number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from whatmatters.access.queries.bodies import accounts_of_people
from whatmatters.outcomes.queries import versions_in_state
from whatmatters.outcomes.queries.agreeing import waiting_for
from whatmatters.outcomes.queries.due import plans_expiring
from whatmatters.payments.queries import RunFacts, remittances, runs
from whatmatters.payments.queries.paid_for import paid_for
from whatmatters.people.queries import contacts, died_on
from whatmatters.policy.letters import news_days
from whatmatters.rules.days import london_day
from whatmatters.rules.letters import Addressee, LetterReason
from whatmatters.rules.lifecycles import PlanState, RunState
from whatmatters.rules.outcomes import Party


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter that should be: the first six are its once-only key."""

    addressee: Addressee
    addressee_id: int
    reason: LetterReason
    subject: str
    subject_id: int
    person_id: int | None
    about_from: date
    about_until: date

    @property
    def key(self) -> tuple[str, int, str, str, int]:
        """What makes a second one the same letter."""
        return (
            str(self.addressee),
            self.addressee_id,
            str(self.reason),
            self.subject,
            self.subject_id,
        )


def wanted(council_id: int, on: date) -> tuple[Wanted, ...]:
    """Every letter of a council that should be on a day, the dead left out."""
    found = [*_plans(council_id), *_reviews(council_id, on), *_payments(council_id, on)]
    dead = died_on({one.person_id for one in found if one.person_id is not None})
    return tuple(one for one in found if one.person_id not in dead)


def _plans(council_id: int) -> Iterator[Wanted]:
    """Plans that wait for the person's own answer."""
    proposed = versions_in_state(council_id, PlanState.PROPOSED)
    waits = waiting_for(version.id for version in proposed)
    for version in proposed:
        if Party.PERSON in waits.get(version.id, ()):
            yield _to_person(
                version.person_id,
                LetterReason.PLAN_TO_ANSWER,
                "plan_version",
                version.id,
                (version.starts, version.ends),
            )


def _reviews(council_id: int, on: date) -> Iterator[Wanted]:
    """Plans near their last day, on which the three say how it went."""
    for due in plans_expiring(council_id, on=on):
        days = (due.starts, due.ends)
        reason = LetterReason.REVIEW_COMING
        yield _to_person(due.person_id, reason, "plan_version", due.version_id, days)


def _payments(council_id: int, on: date) -> Iterator[Wanted]:
    """Runs released lately: to each provider that was paid, and to people who want to know."""
    since = on - news_days()
    new = {
        run.run_id: run
        for run in runs(council_id)
        if run.state is RunState.RELEASED
        and run.released_at is not None
        and since <= london_day(run.released_at) <= on
    }
    if new:
        yield from _to_providers(council_id, new)
        yield from _to_people(council_id, new)


def _to_providers(council_id: int, new: dict[int, RunFacts]) -> Iterator[Wanted]:
    payees: dict[tuple[int, int], int] = {}
    own = accounts_of_people(council_id)
    for row in remittances(council_id):
        if row.run_id in new and row.payee_id not in own:
            payees.setdefault((row.run_id, row.payee_id), row.remittance_id)
    for (run_id, payee_id), remittance_id in payees.items():
        yield Wanted(
            Addressee.ORGANISATION,
            payee_id,
            LetterReason.PAYMENT_MADE,
            "remittance",
            remittance_id,
            None,
            new[run_id].period_start,
            new[run_id].period_end,
        )


def _to_people(council_id: int, new: dict[int, RunFacts]) -> Iterator[Wanted]:
    pairs = paid_for(council_id, new)
    chosen = contacts(council_id, (person_id for _, person_id in pairs))
    for run_id, person_id in pairs:
        if person_id in chosen and chosen[person_id].contact.statements:
            days = (new[run_id].period_start, new[run_id].period_end)
            yield _to_person(person_id, LetterReason.PAYMENT_MADE, "run", run_id, days)


def _to_person(
    person_id: int, reason: LetterReason, subject: str, subject_id: int, days: tuple[date, date]
) -> Wanted:
    return Wanted(Addressee.PERSON, person_id, reason, subject, subject_id, person_id, *days)
