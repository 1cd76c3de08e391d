"""Make the committed files of `frontend/static/` again (for maintainers; needs Node and npm).

    python scripts/build_frontend.py            everything: npm in a temporary folder, Sass, wm.css
    python scripts/build_frontend.py --styles   only wm.css, from frontend/styles/*.css (no Node)
    python scripts/build_frontend.py --check    exit 1 when wm.css is not what its sources make

Users never need Node: what this writes is in the repository, named in static/frontend/NOTICE.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "whatmatters" / "frontend"
STYLES = FRONTEND / "styles"
STATIC = FRONTEND / "static" / "frontend"
AXE = ROOT / "tests" / "fixtures" / "axe.min.js"
PACKAGES = ("govuk-frontend@6.3.0", "sass@1.108.2", "axe-core@4.14.1")
CREST = 'url("/assets/images/govuk-crest.svg")'


def wm_css() -> str:
    """Our own stylesheet: the sources in the order of their numbers."""
    sources = sorted(STYLES.glob("[0-9]*.css"))
    return "\n".join(source.read_text(encoding="utf-8").strip() for source in sources) + "\n"


def npm(folder: Path) -> Path:
    """Install the pinned packages in `folder`; the path of node_modules."""
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder))
    subprocess.run(["npm", "install", *options, *PACKAGES], check=True, stdout=sys.stderr)
    return folder / "node_modules"


def govuk_css(modules: Path) -> str:
    """GOV.UK Frontend in our type and colours, without the crest, which is not ours to show."""
    sass = ["node", str(modules / "sass" / "sass.js"), f"--load-path={modules}"]
    options = ["--style=compressed", "--no-source-map", "--quiet"]
    command = [*sass, *options, str(STYLES / "frontend.scss")]
    css = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return css.replace(CREST, "none")


def build() -> None:
    """Write every vendored and compiled file."""
    with tempfile.TemporaryDirectory() as folder:
        modules = npm(Path(folder))
        css = govuk_css(modules)
        if "url(" in css:
            sys.exit("The compiled stylesheet still fetches something: look before shipping it.")
        (STATIC / "govuk-frontend.min.css").write_text(css, encoding="utf-8")
        scripts = modules / "govuk-frontend" / "dist" / "govuk"
        copy_without_map(scripts / "govuk-frontend.min.js", STATIC / "govuk-frontend.min.js")
        AXE.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / "axe-core" / "axe.min.js", AXE)


def copy_without_map(source: Path, target: Path) -> None:
    """Copy a script, leaving out the comment that names a source map we do not ship."""
    text = source.read_text(encoding="utf-8").split("//# sourceMappingURL=")[0]
    target.write_text(text.rstrip() + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Build, or check that what is committed is what the sources make."""
    target = STATIC / "wm.css"
    if arguments == ["--check"]:
        return 0 if target.read_text(encoding="utf-8") == wm_css() else 1
    if arguments != ["--styles"]:
        build()
    target.write_text(wm_css(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
