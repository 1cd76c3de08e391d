"""Which test walks which role from sign-in to what she comes for; a role without one fails here.

Each walk goes by the links of the pages, without script, in English at a desk and in Welsh at
320 px, with axe-core on every page of it. What else is looked at stands in the other files.
"""

import ast
from pathlib import Path

import pytest

from whatmatters.rules.roles import Role

HERE = Path(__file__).parent
OUTSIDE = "test_roles_outside.py"
COUNCIL = "test_roles_of_the_council.py"
AT_HER_HOME = "test_who_goes_to_her_home_finds_what_there_is_today"

WALKS: dict[Role, tuple[str, str]] = {
    Role.PERSON: (
        OUTSIDE,
        "test_the_person_says_what_matters_answers_her_plan_and_takes_sharing_back",
    ),
    Role.FAMILY: (OUTSIDE, "test_family_see_what_is_shared_and_say_how_they_think_it_went"),
    Role.CARE_WORKER: (OUTSIDE, AT_HER_HOME),
    Role.TEAM_MEMBER: (OUTSIDE, AT_HER_HOME),
    Role.PROVIDER_MANAGER: (
        "test_writing_a_plan.py",
        "test_the_manager_writes_a_plan_and_proposes_it",
    ),
    Role.SOCIAL_WORKER: (
        COUNCIL,
        "test_the_social_worker_goes_from_a_conversation_to_an_agreement",
    ),
    Role.BROKER: (COUNCIL, "test_the_broker_sends_on_somebody_who_waits"),
    Role.COMMISSIONER: (
        COUNCIL,
        "test_the_commissioner_goes_from_a_figure_to_its_cases_and_decides_a_contest",
    ),
    Role.FINANCE_OFFICER: (COUNCIL, "test_one_finance_officer_proposes_and_the_other_releases"),
    Role.SCRUTINY: (
        COUNCIL,
        "test_scrutiny_reads_how_a_figure_is_worked_out_and_takes_it_away",
    ),
    Role.ADMINISTRATOR: (
        COUNCIL,
        "test_the_administrator_gives_an_account_and_one_more_role",
    ),
}
ELSEWHERE = "test_roles_elsewhere.py"
SHARED = "test_those_who_work_elsewhere_read_what_is_shared_with_their_organisation"
FIGURES = "test_those_who_read_figures_alone_find_them_first"
WALKS |= {
    Role(role): (ELSEWHERE, SHARED)
    for role in ("nurse", "therapist", "gp", "volunteer_coordinator", "housing_officer")
}
WALKS |= {
    Role(role): (ELSEWHERE, FIGURES)
    for role in ("regulator", "planner", "evaluator", "health_commissioner", "coordinator")
}


def test_every_role_of_a_human_has_a_walk() -> None:
    assert set(WALKS) == set(Role) - {Role.SYSTEM}


@pytest.mark.parametrize("role", WALKS)
def test_the_walk_is_there_and_goes_by_the_pages_own_links(role: Role) -> None:
    file, name = WALKS[role]
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    found = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == name]
    assert len(found) == 1, f"{file} has no {name}"
    called = {n.func.id for n in ast.walk(found[0]) if _by_name(n)}
    looped = {n.iter for n in ast.walk(found[0]) if isinstance(n, ast.For)}
    both = [n for n in looped if "SEEN" in ast.unparse(n) or "WALKED" in ast.unparse(n)]
    assert {"walks", "walk"} <= called, f"{name} is no walk"
    assert both, f"{name} is not walked in both languages"


def _by_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
