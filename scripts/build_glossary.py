"""Make the glossary that the product shows from docs/glossary.md, where it is written once.

python scripts/build_glossary.py          write whatmatters/frontend/glossary.json
python scripts/build_glossary.py --check  write nothing; exit 1 and say what is wrong: a row
    without its four cells, or a file that is not what the document makes
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "glossary.md"
TARGET = ROOT / "whatmatters" / "frontend" / "glossary.json"
CELLS = ("term", "term_cy", "meaning", "meaning_cy")


def groups(text: str) -> tuple[list[dict], list[str]]:
    """The groups of the document with their terms, and what is wrong with it."""
    found: list[dict] = []
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            english, _, welsh = line[3:].partition(" / ")
            found.append({"title": english, "title_cy": welsh, "terms": []})
            wrong += [] if welsh else [f"line {number}: a heading without its Welsh"]
        elif line.startswith("| ") and not line.startswith("| Term |"):
            cells = [
                cell.strip().replace("**", "").replace("`", "") for cell in line[1:-1].split("|")
            ]
            if len(cells) != len(CELLS) or not all(cells):
                wrong.append(f"line {number}: wants a term and what it is, in both languages")
            else:
                found[-1]["terms"].append(dict(zip(CELLS, cells, strict=True)))
    return found, wrong


def made() -> tuple[str, list[str]]:
    """The file as it should be, and what is wrong with the document."""
    found, wrong = groups(DOCUMENT.read_text(encoding="utf-8"))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n", wrong


def main(arguments: list[str]) -> int:
    """Write, or only check."""
    text, wrong = made()
    if arguments != ["--check"] and not wrong:
        TARGET.write_text(text, encoding="utf-8")
    elif not wrong and (not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text):
        wrong = ["glossary.json is not what the document makes: run scripts/build_glossary.py"]
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
