"""Which database: SQLite in the data folder, or PostgreSQL by `DATABASE_URL`.

On PostgreSQL two roles are used from the start: `DATABASE_URL` is the plain role that the program
runs as; `DATABASE_OWNER_URL` (alias `owner`) is the role that owns the tables and migrates them.
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url


def databases(folder: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES; `owner` is there only where a separate owner is named."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {"default": sqlite(folder / "whatmatters.sqlite3")}
    found: dict[str, dict[str, Any]] = {"default": dict(dj_database_url.parse(url))}
    owner = os.environ.get("DATABASE_OWNER_URL")
    if owner:
        found["owner"] = {**dj_database_url.parse(owner), "TEST": {"MIRROR": "default"}}
    return found


def sqlite(file: Path) -> dict[str, Any]:
    """Settings that lose no commit at a power cut and wait for a busy writer."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON;",
        },
    }
