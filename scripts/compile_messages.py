"""Make the Welsh catalogue from its parts, and say what has no Welsh yet.

    python scripts/compile_messages.py          merge parts/*.po and write LC_MESSAGES/django.mo
    python scripts/compile_messages.py --check  write nothing; exit 1 and say what is wrong:
        a .mo that is not what the parts make, a plural without its four forms, a placeholder
        lost in translation, a fuzzy entry, parts that disagree, a message of the code without Welsh

Messages are found without gettext's tools: Python by its syntax tree, templates by Django's reader.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "whatmatters"
WELSH = PACKAGE / "frontend" / "locale" / "cy"
MO = WELSH / "LC_MESSAGES" / "django.mo"
# Django's own Welsh header; its plural rule has four forms.
METADATA = {
    "Project-Id-Version": "whatmatters",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",
}
FORMS = {0, 1, 2, 3}
Key = tuple[str | None, str]

SINGLE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
NAMES = SINGLE | PLURAL | CONTEXT
TEMPLATE_CALL = re.compile(r"(?<![A-Za-z])(n?p?gettext|_)\((?=[u\"'])")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def parts() -> list[Path]:
    """The parts of the catalogue, one a context."""
    return sorted((WELSH / "parts").glob("*.po"))


def merged() -> tuple[polib.POFile, list[str]]:
    """The whole catalogue, and what is wrong with its parts."""
    whole, wrong = polib.POFile(), []
    whole.metadata = METADATA
    seen: dict[Key, polib.POEntry] = {}
    for part in parts():
        for entry in polib.pofile(str(part)):
            key = (entry.msgctxt, entry.msgid)
            wrong += [f"{part.name}: {problem}: {entry.msgid}" for problem in faults(entry)]
            if key in seen and not same(seen[key], entry):
                wrong.append(f"{part.name}: another part translates it otherwise: {entry.msgid}")
            if key not in seen and not entry.obsolete:
                seen[key] = entry
    whole.extend(seen[key] for key in sorted(seen, key=lambda k: (k[0] or "", k[1])))
    return whole, wrong


def same(one: polib.POEntry, other: polib.POEntry) -> bool:
    """Whether two entries translate alike."""
    return one.msgstr == other.msgstr and one.msgstr_plural == other.msgstr_plural


def faults(entry: polib.POEntry) -> Iterator[str]:
    """What is wrong with one entry."""
    if entry.fuzzy:
        yield "fuzzy entries are not compiled"
    if entry.msgid_plural:
        if set(entry.msgstr_plural) != FORMS or not all(entry.msgstr_plural.values()):
            yield "a plural needs four Welsh forms"
    elif not entry.msgstr:
        yield "no Welsh"
    elif set(PLACEHOLDER.findall(entry.msgid)) != set(PLACEHOLDER.findall(entry.msgstr)):
        yield "the placeholders differ"


def called(node: ast.Call) -> str:
    """The name that a call calls, without its module."""
    target = node.func
    return getattr(target, "id", None) or getattr(target, "attr", "")


def python_messages(source: str) -> Iterator[Key]:
    """The messages of a Python file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in NAMES:
            yield from message_of(called(node), node.args)


def message_of(name: str, arguments: list[ast.expr]) -> Iterator[Key]:
    """The message of one call, when it is written there in full."""
    words = [a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name in CONTEXT and len(words) > 1:
        yield words[0], words[1]
    elif name not in CONTEXT and words:
        yield None, words[0]


def template_messages(source: str) -> Iterator[Key]:
    """The messages of a template: Django turns it into calls, which are read one by one."""
    from django.utils.translation.template import templatize

    text = templatize(source)
    for call in TEMPLATE_CALL.finditer(text):
        node = first_call(text[call.start() :])
        if node is not None:
            yield from message_of(call[1], node.args)


def first_call(text: str) -> ast.Call | None:
    """The call that the text starts with: the shortest start that is an expression."""
    for end in (i for i, letter in enumerate(text) if letter == ")"):
        try:
            node = ast.parse(text[: end + 1], mode="eval").body
        except SyntaxError:
            continue
        return node if isinstance(node, ast.Call) else None
    return None


def messages() -> dict[Key, str]:
    """Every message of the product, with the file that says it first."""
    found: dict[Key, str] = {}
    for path in sorted(PACKAGE.rglob("*")):
        read = {".py": python_messages, ".html": template_messages, ".txt": template_messages}
        if path.suffix not in read or "migrations" in path.parts or not is_read(path):
            continue
        for key in read[path.suffix](path.read_text(encoding="utf-8")):
            found.setdefault(key, str(path.relative_to(ROOT)))
    return found


def is_read(path: Path) -> bool:
    """Python anywhere; text only where templates are."""
    return path.suffix == ".py" or "templates" in path.parts


def djangos_own() -> set[Key]:
    """What Django itself says in Welsh."""
    import django

    base = Path(django.__file__).parent
    found: set[Key] = set()
    for app in ("conf", "contrib/auth"):
        catalogue = polib.mofile(str(base / app / "locale" / "cy" / "LC_MESSAGES" / "django.mo"))
        found |= {(entry.msgctxt, entry.msgid) for entry in catalogue.translated_entries()}
    return found


def problems() -> list[str]:
    """Everything that `--check` refuses."""
    whole, wrong = merged()
    have = {(entry.msgctxt, entry.msgid) for entry in whole} | djangos_own()
    wrong += [f"{at}: no Welsh for: {key[1]}" for key, at in messages().items() if key not in have]
    if not MO.exists() or MO.read_bytes() != whole.to_binary():
        wrong.append("django.mo is not what the parts make: run scripts/compile_messages.py")
    return wrong


def main(arguments: list[str]) -> int:
    """Compile and say what is missing (exit 0), or only check (exit 1 when something is wrong)."""
    check = arguments == ["--check"]
    if not check:
        MO.parent.mkdir(parents=True, exist_ok=True)
        MO.write_bytes(merged()[0].to_binary())
    found = problems()
    for line in found:
        print(line, file=sys.stderr)
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
