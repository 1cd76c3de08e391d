"""Names say what a thing is, and a context has only the parts that the architecture names."""

import tomllib

from tests.fixtures.sources import PACKAGE, ROOT, named, written

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "core", "misc"}
PARTS = {
    "apps",
    "management",
    "migrations",
    "models",
    "queries",
    "services",
    "static",
    "tasks",
    "templates",
    "web",
}
# What is no context: it serves all of them, or holds no rows, and is shaped by what it does.
NOT_CONTEXTS = {"config", "demo", "frontend", "policy", "records", "rules"}
# Parts beyond the list, each with its reason in the architecture or in an ADR.
ALSO = {"places": {"data"}, "rota": {"solvers"}}  # solvers: ADR 0013


def test_no_name_that_says_nothing() -> None:
    names = [f for f in written() if FORBIDDEN & {*f.relative_to(ROOT).parts, f.stem}]
    assert [named(f) for f in names] == []


def test_contexts_have_only_the_parts_that_a_context_has() -> None:
    odd = []
    for context in sorted(p for p in PACKAGE.iterdir() if (p / "__init__.py").exists()):
        if context.name in NOT_CONTEXTS:
            continue
        allowed = PARTS | ALSO.get(context.name, set())
        found = {p.stem for p in context.iterdir() if not p.name.startswith("__")}
        odd += [f"{context.name}/{name}" for name in sorted(found - allowed)]
    assert odd == []


def test_pyproject_names_no_other_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == "Apache-2.0"
    assert (ROOT / "LICENSE").read_text().strip().startswith("Apache License")
