"""What is the same in Welsh and in English is said here; anything else was forgotten."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import polib

ROOT = Path(__file__).resolve().parents[2]

SAME_IN_BOTH = {
    "%(ceiling)s × (%(floor)s + (1 − %(floor)s) × %(delay)s)",
    "%(name)s, %(day)s",
    "%(total)s person.",
    "%(truncated_text)s…",
    "“%(words)s” %(name)s, %(day)s",
    "…",
    "Bacs Standard 18",
    "ISO 20022 pain.001.001.09",
    "GeoJSON",
    "IPv4",
    "Term",
    "IPv6",
    "Person",
    "person",
    "Ward",
}

# What a reader can meet of the two libraries: forms, checks, pages of a list, spans of time. Not
# their administration, the names of their tables, or language names.
DJANGO = (
    *("core/paginator.py", "core/validators.py", "forms", "db/models/constraints.py"),
    *("db/models/fields", "contrib/auth/forms.py", "contrib/auth/password_validation.py"),
    *("contrib/auth/validators.py", "utils/timesince.py", "utils/text.py"),
)
ALLAUTH = (
    *("account/adapter.py", "account/forms.py", "account/fields.py", "account/validators.py"),
    *("mfa", "socialaccount/adapter.py", "socialaccount/forms.py", "usersessions/forms.py"),
)
NAMES_OF_TABLES = {"apps.py", "models.py", "admin.py"}
# Descriptions of column types, seen in Django's administration only.
NOT_SHOWN = {
    *("A JSON object", "Duration", "Positive big integer", "String (unlimited)"),
    *("Universally unique identifier", "%(from)s-%(to)s relationship"),
    "%(from)s-%(to)s relationships",
}


def catalogue():
    """`scripts/compile_messages.py` as a module."""
    path = ROOT / "scripts" / "compile_messages.py"
    spec = importlib.util.spec_from_file_location("compile_messages", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def alike(entry: polib.POEntry) -> bool:
    """Whether the Welsh, in any of its forms, is the English."""
    return entry.msgid in {entry.msgstr, *entry.msgstr_plural.values()}


def test_no_welsh_is_its_english_unless_it_is_listed() -> None:
    whole, _ = catalogue().merged()
    assert {entry.msgid for entry in whole if alike(entry)} == SAME_IN_BOTH


def sources(library, places: tuple[str, ...]) -> Iterator[Path]:
    """The Python files of some places of a library."""
    base = Path(library.__file__).parent
    for place in places:
        at = base / place
        found = sorted(at.rglob("*.py")) if at.is_dir() else [at] if at.exists() else []
        yield from (file for file in found if file.name not in NAMES_OF_TABLES)


def test_what_the_libraries_say_to_a_reader_has_welsh() -> None:
    tool = catalogue()
    whole, _ = tool.merged()
    have = {(entry.msgctxt, entry.msgid) for entry in whole} | tool.djangos_own()
    files = [*sources(django, DJANGO), *sources(allauth, ALLAUTH)]
    assert len(files) > 40, "the libraries have moved their files: say where they are now"
    missing = {
        key[1]
        for file in files
        for key in tool.python_messages(file.read_text(encoding="utf-8"))
        if key not in have
    }
    assert missing - NOT_SHOWN == set()
