"""Backup and restore of the embedded database, while others may be using it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def backup(database: Path, target: Path) -> None:
    """A whole, consistent copy at `target`: it appears complete or not at all."""
    draft = target.with_name(f"{target.name}.draft")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(_open(database)) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        _reach_the_disk(draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def fault(file: Path) -> str | None:
    """Why this file is not a whole backup of ours, or None when it is."""
    try:
        with closing(_open(file)) as source:
            found = source.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                return str(found)
            source.execute("SELECT 1 FROM django_migrations LIMIT 1")
            source.execute("SELECT 1 FROM access_auditevent LIMIT 1")
    except sqlite3.DatabaseError as error:
        return str(error)
    return None


def restore(file: Path, database: Path) -> None:
    """Put the backup in the place of the database, in one transaction of SQLite's own."""
    with closing(_open(file)) as source, closing(sqlite3.connect(database, timeout=20)) as target:
        source.backup(target)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=20)


def _reach_the_disk(file: Path) -> None:
    for path in (file, file.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
