"""An outcome to be set, in the person's words."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.services.payable import PayableBecause
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.refusals import Refusal

MOST_WEEKS = 520


class TestMissing(Refusal):
    """An outcome without a test that can be observed (R-WI-01)."""

    code = "outcome_without_test"
    __test__ = False


class WeeksMissing(Refusal):
    """An outcome without its number of weeks, from 1 to ten years: WeeksMissing(weeks=)."""

    code = "outcome_without_weeks"


class OutcomeOfAnother(Refusal):
    """A replacement has to be an outcome of the same person: OutcomeOfAnother(person_id=)."""

    code = "outcome_of_another"


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """What the person wants to be true, how all will see that it is, and in how many weeks."""

    person_id: int
    statement: str
    language: Language
    category: Category
    kind: OutcomeKind
    test: str
    target_weeks: int
    set_by: Speaker
    set_on: date
    payable: PayableBecause | None = None
