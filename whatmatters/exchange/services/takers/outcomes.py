"""Outcomes in people's own words. A later file changes none: they are theirs."""

from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.outcomes.services import NewOutcome, set_outcomes
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker


class Outcomes(Plain):
    """Rows of the file of outcomes."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Set them. None is payable: that needs both reasons, and somebody who gives them."""
        given = [
            NewOutcome(
                person_id=unit.ids["person_id"],
                statement=unit.values["statement"],
                language=Language(unit.values["language"]),
                category=Category(unit.values["category"]),
                kind=OutcomeKind(unit.values["kind"]),
                test=unit.values["test"],
                target_weeks=unit.values["target_weeks"],
                set_by=Speaker(unit.values["set_by"]),
                set_on=unit.values["set_on"],
            )
            for unit in units
        ]
        return set_outcomes(by=run.by, at=run.at, outcomes=given)
