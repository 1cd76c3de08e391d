"""Plans come in as drafts of their provider: who agrees is asked later, and never by a file."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from whatmatters.access.queries import Actor
from whatmatters.commissioning.queries import contract_facts
from whatmatters.exchange.queries.units import Unit
from whatmatters.exchange.services.run import Run
from whatmatters.exchange.services.takers.plain import Plain
from whatmatters.outcomes.queries import versions_of_plan
from whatmatters.outcomes.services import NewPlan, draft_plans, save_draft
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome
from whatmatters.rules.roles import Role


class Plans(Plain):
    """Records of the file of plans."""

    def add(self, run: Run, units: list[Unit]) -> list[int]:
        """Draft them, with the hands of the provider whose contract it is."""
        contracts = {unit.ids["contract_id"] for unit in units}
        provider = {c.id: c.provider_id for c in contract_facts(run.council_id, contracts)}
        by_provider: dict[int, list[int]] = defaultdict(list)
        for place, unit in enumerate(units):
            by_provider[provider[unit.ids["contract_id"]]].append(place)
        made: dict[int, int] = {}
        for provider_id, places in by_provider.items():
            plans = [_plan(units[place]) for place in places]
            drafted = draft_plans(by=_hands(run.by, provider_id), at=run.at, plans=plans)
            made |= {place: d.plan_id for place, d in zip(places, drafted, strict=True)}
        return [made[place] for place in range(len(units))]

    def change(self, run: Run, unit: Unit, our_id: int, columns: list[str]) -> None:
        """New content for a plan that is still a draft; what was put to the three is refused."""
        newest = versions_of_plan(our_id, council_id=run.council_id)[0]
        save_draft(
            by=_hands(run.by, newest.provider_id),
            at=run.at,
            version_id=newest.id,
            lock=newest.lock,
            content=_content(unit),
        )


def _hands(by: Actor, provider_id: int) -> Actor:
    """A plan is its provider's to write: whoever brings the file types for them."""
    roles = by.roles | {Role.PROVIDER_MANAGER}
    return replace(by, organisation_id=provider_id, roles=roles)


def _plan(unit: Unit) -> NewPlan:
    return NewPlan(unit.ids["person_id"], unit.ids["contract_id"], _content(unit))


def _content(unit: Unit) -> PlanContent:
    return PlanContent(
        starts=unit.values["starts"],
        ends=unit.values["ends"],
        review_on=unit.values["review_on"],
        lines=tuple(_line(row) for row in unit.rows),
        outcomes=tuple(PlannedOutcome(one) for one in unit.ids["outcome_ids"]),
    )


def _line(row: dict[str, Any]) -> PlannedLine:
    return PlannedLine(
        what=row["what"],
        deliverer=Deliverer(row["deliverer"]),
        deliverer_name=row["deliverer_name"] or "",
        band=Band(row["band"]) if row["band"] else None,
        hours=row["hours"],
        cost=row["cost"],
        funded_by=row["funded_by"] or "",
        critical=bool(row["must_not_be_missed"]),
        tolerance_minutes=row["tolerance_minutes"],
    )
