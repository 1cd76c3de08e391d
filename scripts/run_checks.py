"""Every check that needs no test: lint, format, types, import contracts, catalogues, migrations.

All of them run even when one fails; exit code 1 when any did.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DJANGO = [sys.executable, "-P", "-m", "django"]
CHECKS = {
    "lint": [BIN / "ruff", "check", "--no-cache", "."],
    "format": [BIN / "ruff", "format", "--no-cache", "--check", "."],
    "types": [BIN / "mypy"],
    "import contracts": [BIN / "lint-imports"],
    "message catalogues": [sys.executable, "scripts/compile_messages.py", "--check"],
    "migrations": [*DJANGO, "makemigrations", "--check", "--dry-run"],
    "system check": [*DJANGO, "check", "--fail-level", "WARNING"],
    "glossary": [sys.executable, "scripts/build_glossary.py", "--check"],
    "third-party notices": [sys.executable, "scripts/third_party_notices.py", "--check"],
    "house style": [sys.executable, "-m", "pytest", "tests/style"],
}


def passes(name: str, command: list[str | Path], env: dict[str, str]) -> bool:
    """Run one check, show what it says when it fails, and say how long it took."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def main() -> int:
    """All checks, on a data folder that is thrown away."""
    with tempfile.TemporaryDirectory() as data:
        env = {key: value for key, value in os.environ.items() if not key.startswith("DATABASE_")}
        env["WHATMATTERS_DATA"] = data
        env["DJANGO_SETTINGS_MODULE"] = "whatmatters.config.settings"
        results = [passes(name, command, env) for name, command in CHECKS.items()]
    print(f"{results.count(True)} checks passed, {results.count(False)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
