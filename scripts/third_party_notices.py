"""Write THIRD-PARTY-NOTICES.md: what runs with the product or is shipped in it.

    python scripts/third_party_notices.py          write the file
    python scripts/third_party_notices.py --check  write nothing; exit 1 when it would change

Run-time packages come from uv.lock (base and the `pg` extra, with all that they need) and their
licences from the installed metadata; what is shipped inside comes from the NOTICE files beside it
and from the descriptions of the published data.
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD-PARTY-NOTICES.md"
DATA = ROOT / "whatmatters" / "places" / "data" / "descriptions.toml"
HEAD = """# Third-party notices

`whatmatters` itself is Apache-2.0 (see LICENSE). This file is written by
`scripts/third_party_notices.py` and checked by `python3 do.py check`.

## Run-time packages

Installed beside the product by pip or uv, each with its own licence file.

| Package | Version | Licence | Home |
|---|---|---|---|
"""


def runtime() -> list[str]:
    """Names of all packages that a run-time installation may hold."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    needs = {p["name"]: _needs(p) for p in locked}
    found: set[str] = set()
    waiting = list(needs["whatmatters"])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs[name]
    return sorted(found)


def _needs(package: dict) -> list[str]:
    groups = [package.get("dependencies", []), *package.get("optional-dependencies", {}).values()]
    return [need["name"] for group in groups for need in group]


def row(name: str) -> str | None:
    """One line of the table; None for a package of another platform."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    return f"| {name} | {found.version} | {licence(found)} | {home(found)} |"


def licence(found: Distribution) -> str:
    """The licence as the package declares it: expression, then classifier, then its first words."""
    expression = found.metadata.get("License-Expression")
    classifiers = [
        c.split(" :: ")[-1]
        for c in found.metadata.get_all("Classifier") or []
        if c.startswith("License ::") and not c.endswith("OSI Approved")
    ]
    free = (found.metadata.get("License") or "see its licence file").splitlines()[0]
    return expression or ", ".join(classifiers) or free[:60]


def home(found: Distribution) -> str:
    """Where the package comes from."""
    urls = dict(
        re.split(r",\s*", u, maxsplit=1) for u in found.metadata.get_all("Project-URL") or []
    )
    for key in ("Homepage", "homepage", "Source", "Source Code", "Repository", "repository"):
        if key in urls:
            return urls[key]
    return found.metadata.get("Home-page") or f"https://pypi.org/project/{found.name}/"


def shipped() -> str:
    """The notices of what lies inside the package: styles, scripts, fonts, data."""
    parts = ["\n## Shipped inside the product\n"]
    for notice in sorted((ROOT / "whatmatters").rglob("NOTICE*")):
        where = notice.parent.relative_to(ROOT)
        parts.append(f"\n### {where}\n\n{notice.read_text(encoding='utf-8').strip()}\n")
    return "".join(parts) + published_data()


def published_data() -> str:
    """The attributions that the publishers of the data ask for."""
    kinds = tomllib.loads(DATA.read_text(encoding="utf-8"))
    parts = [f"\n### {DATA.parent.relative_to(ROOT)}\n"]
    for kind in kinds.values():
        parts.append(
            f"\n* **{kind['title']}** ({kind['publisher']}; {kind['date']}). {kind['licence']}.\n"
            f"  {kind['attribution']}\n"
        )
    return "".join(parts)


def main(arguments: list[str]) -> int:
    """Write, or compare."""
    text = HEAD + "\n".join(filter(None, map(row, runtime()))) + "\n" + shipped()
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET.name} is not what it should be: run scripts/third_party_notices.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
