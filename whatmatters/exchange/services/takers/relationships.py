"""Who speaks for people and works with them: they sign in already, and are let in from a day."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.users import users_of_council
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.people.services import (
    NewAssignment,
    NewDecider,
    NewLink,
    appoint_deciders,
    assign_workers,
    end_assignment,
    end_decider,
    end_link,
    link_people,
)
from whatmatters.rules.people import Authority, LinkKind
from whatmatters.rules.refusals import Refusal

NOBODY = _("the name that somebody of this council signs in by: add them first")
LINKS = frozenset(map(str, LinkKind))
WORKS_WITH = "social_worker"


class EndTakenBack(Refusal):
    """A row that has ended does not begin again."""

    code = "end_taken_back"


class Relationships(Plain):
    """Rows of the file of relationships."""

    def check(self, run: Run, file: str, units: list[Unit]) -> None:
        """Everybody named signs in here already."""
        names = {unit.values["username"].lower() for unit in units if unit.values["username"]}
        found = users_of_council(run.council_id, names)
        for unit in units:
            name = unit.values["username"]
            unit.ids["username"] = found.get(name.lower()) if name else None
            if name and unit.ids["username"] is None:
                unit.bad = True
                run.problems.add(file, unit.number, "username", name, NOBODY)

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Let them in, appoint them or assign them."""
        return [self._add(run, unit) for unit in units]

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """Only the last day changes."""
        on: date | None = unit.values["ends"]
        if on is None:
            raise EndTakenBack(field="ends")
        by, at, stands = run.by, run.at, unit.values["stands"]
        if stands == WORKS_WITH:
            end_assignment(by=by, at=at, assignment_id=our_id, on=on)
        elif stands in LINKS:
            end_link(by=by, at=at, link_id=our_id, on=on)
        else:
            end_decider(by=by, at=at, decider_id=our_id, on=on)

    def _add(self, run: Run, unit: Unit) -> int:
        by, at, stands = run.by, run.at, unit.values["stands"]
        person_id, user_id = unit.ids["person_id"], unit.ids["username"]
        starts, ends = unit.values["starts"], unit.values["ends"]
        if stands == WORKS_WITH:
            assigned = NewAssignment(person_id, user_id, starts, ends)
            return assign_workers(by=by, at=at, assignments=[assigned])[0]
        if stands in LINKS:
            words = unit.values["relationship"] or ""
            link = NewLink(person_id, user_id, LinkKind(stands), starts, words, ends)
            return link_people(by=by, at=at, links=[link])[0]
        decider = NewDecider(person_id, user_id, Authority(stands), starts, ends)
        return appoint_deciders(by=by, at=at, deciders=[decider])[0]
