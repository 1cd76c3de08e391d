"""Who stands across all councils, or goes on in one: typed here, so that a new one is looked at."""

import ast

from tests.fixtures.sources import PACKAGE, product, tree

SETTING = "whatmatters.council"
WIDE = {"across_councils", "in_no_council", "go_on_in"}

# Module -> what it calls, and in which function. Each reads for nobody yet, or for the terminal.
STANDING = {
    # What an account holds in every council decides who she is, and who may give it back.
    ("access/queries/actors.py", "acting", "across_councils"),
    ("access/queries/actors.py", "council_of", "across_councils"),
    ("access/queries/charge.py", "holds_roles_elsewhere", "across_councils"),
    ("access/queries/outside.py", "speaks_for", "across_councils"),
    ("access/queries/recoveries.py", "newest_for", "across_councils"),
    ("access/queries/recoveries.py", "untold", "across_councils"),
    ("access/services/blanking.py", "blank_accounts", "across_councils"),
    ("access/services/taking_down.py", "remove_portraits", "across_councils"),
    ("access/services/recovery.py", "_is_old", "across_councils"),
    ("access/services/sign_in.py", "_of_others_alone", "across_councils"),
    # Upkeep of all councils: the terminal, and what the minute tick finds due.
    ("access/services/drafts.py", "forget_expired_drafts", "across_councils"),
    ("config/cli.py", "stand", "across_councils"),
    ("letters/tasks.py", "due", "across_councils"),
    ("rota/tasks.py", "due", "across_councils"),
    ("outcomes/tasks.py", "due", "across_councils"),
    # A request, until its reader is known and from then on.
    ("access/web/wall.py", "__call__", "in_no_council"),
    ("access/web/wall.py", "stand_with", "go_on_in"),
}


def found() -> set[tuple[str, str, str]]:
    """(module, function, what it calls) of the whole program but `standing.py` itself."""
    calls = set()
    for file in product():
        module = file.relative_to(PACKAGE).as_posix()
        if module == "records/standing.py":
            continue
        for outer in ast.walk(tree(file)):
            if isinstance(outer, ast.FunctionDef):
                names = {n.id for n in ast.walk(outer) if isinstance(n, ast.Name)}
                names |= {n.attr for n in ast.walk(outer) if isinstance(n, ast.Attribute)}
                calls |= {(module, outer.name, name) for name in names & WIDE}
    return calls


def test_whoever_stands_wider_than_one_council_is_known() -> None:
    assert found() == STANDING


def test_nobody_takes_the_names_under_others() -> None:
    """An import by another name would pass the list above."""
    imports = [n for f in product() for n in ast.walk(tree(f)) if isinstance(n, ast.ImportFrom)]
    assert [a.name for one in imports for a in one.names if a.name in WIDE and a.asname] == []


def test_one_module_alone_tells_the_database() -> None:
    told = [f.name for f in product() if "set_config" in f.read_text() or SETTING in f.read_text()]
    assert told == ["standing.py"]
