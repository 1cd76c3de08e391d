"""Nothing that is committed names a place on one machine, or a registry nobody else can reach."""

import re

from tests.fixtures.sources import ROOT, VENDORED

HOMES = "|".join(("work", "farm", "root", "home", "Users"))
PATH = re.compile(rf"(?:^|[^A-Za-z0-9_.}}>-])/(?:{HOMES})/[A-Za-z0-9]", re.M)
TEXT = {".py", ".md", ".toml", ".html", ".css", ".js", ".json", ".po", ".sh", ".cfg", ".yml", ""}
SKIPPED = {"var", "node_modules", "dist", "build", "__pycache__"}


def _committed_text() -> list[str]:
    files = []
    for file in ROOT.rglob("*"):
        parts = file.relative_to(ROOT).parts
        hidden = any(part.startswith(".") and part != ".ci" for part in parts)
        if not hidden and not SKIPPED & set(parts) and file.suffix in TEXT and file.is_file():
            files.append(str(file))
    return [f for f in files if not any(v in f for v in VENDORED)]


def test_no_path_of_one_machine() -> None:
    found = []
    for name in _committed_text():
        with open(name, encoding="utf-8", errors="replace") as source:
            found += [f"{name}: {m.group().strip()}" for m in PATH.finditer(source.read())]
    assert found == []


def test_the_lock_names_the_public_registry_alone() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)/", (ROOT / "uv.lock").read_text()))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
