"""A package beside the plan that mirrors it: the same needs, and what changes (R-TN-01)."""

from dataclasses import dataclass
from decimal import Decimal

from whatmatters.commissioning.queries import contract_facts
from whatmatters.delivery.models import LegacyPackage, PackageMirror
from whatmatters.delivery.queries.packages import PackageFacts, packages
from whatmatters.outcomes.queries import VersionContent, version_content, versions_of_plan
from whatmatters.rules.mirroring import Timetable, hours_of, needs_of
from whatmatters.rules.plans import PlannedLine


@dataclass(frozen=True, slots=True)
class NeedBeside:
    """One need of the package and its line in the plan; one of them may be missing."""

    need: str | None
    line: PlannedLine | None


@dataclass(frozen=True, slots=True)
class PackageBeside:
    """A person's newest package, and the newest version of the plan that mirrors it, if any.

    `hours` are what the package would give over the plan's days.
    """

    package: PackageFacts
    provider_id: int
    needs: tuple[NeedBeside, ...]
    content: VersionContent | None
    hours: Decimal | None


def package_beside(council_id: int, person_id: int) -> PackageBeside | None:
    """The newest package of a person beside its plan; None where she has no package."""
    held = packages(council_id, person_ids=[person_id])
    if not held:
        return None
    package = held[-1]
    (contract,) = contract_facts(council_id, [package.contract_id])
    content = _mirror(council_id, package.package_id)
    timetable = Timetable(package.calls_per_day, package.minutes_per_call, package.tasks)
    hours = hours_of(timetable, content.facts.starts, content.facts.ends) if content else None
    lines = [one.line for one in content.lines] if content else []
    return PackageBeside(
        package, contract.provider_id, _beside(needs_of(package.tasks), lines), content, hours
    )


def has_package(council_id: int, person_id: int, *, provider_id: int | None = None) -> bool:
    """Whether somebody has or had a package of time and task, of this provider or of any."""
    rows = LegacyPackage.objects.of(council_id).filter(person_id=person_id)
    if provider_id is not None:
        rows = rows.filter(contract__provider_id=provider_id)
    return bool(rows.exists())


def _mirror(council_id: int, package_id: int) -> VersionContent | None:
    row = PackageMirror.objects.of(council_id).filter(package_id=package_id).first()
    if row is None:
        return None
    newest = versions_of_plan(row.plan_id, council_id=council_id)[0]
    return version_content([newest.id])[newest.id]


def _beside(needs: tuple[str, ...], lines: list[PlannedLine]) -> tuple[NeedBeside, ...]:
    """Needs in their order with the line of the same name; then what only the plan has."""
    left = list(lines)
    found = []
    for need in needs:
        line = next((one for one in left if one.what == need), None)
        if line is not None:
            left.remove(line)
        found.append(NeedBeside(need, line))
    return (*found, *(NeedBeside(None, line) for line in left))
