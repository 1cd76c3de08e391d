"""Backup and restore of a PostgreSQL database by its own tools, as the owner of the tables."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# The functions of our triggers outlive the tables: the backup brings its own, and a name twice
# would refuse it. Those of an extension belong to the installation.
_GUARDS_AWAY = """
DO $$ DECLARE guard record; BEGIN
  FOR guard IN SELECT oid::regprocedure AS name FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  LOOP EXECUTE 'DROP FUNCTION ' || guard.name; END LOOP;
END $$;
"""


class ToolFailed(Exception):
    """A PostgreSQL tool ended badly; the text is what it said."""


def backup(settings: Mapping[str, Any], target: Path) -> None:
    """A dump at `target` without owners and privileges, which belong to each installation."""
    draft = target.with_name(f"{target.name}.draft")
    try:
        shape = ["--format=custom", "--no-owner", "--no-privileges", "--schema=public"]
        _run(settings, ["pg_dump", *shape, f"--file={draft}"])
        draft.chmod(0o600)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def fault(settings: Mapping[str, Any], file: Path) -> str | None:
    """Why this file is not a whole backup of ours, or None when it is."""
    try:
        found = _run(settings, ["pg_restore", "--list", str(file)])
    except ToolFailed as error:
        return str(error)
    return None if "TABLE public access_auditevent" in found else "no tables of whatmatters in it"


def restore(settings: Mapping[str, Any], file: Path, tables: list[str]) -> None:
    """Replace `tables` by what the backup holds, in one transaction: all of it or nothing."""
    shape = ["--no-owner", "--no-privileges", "--schema=public", "--file=-"]
    script = _run(settings, ["pg_restore", *shape, str(file)])
    drops = "".join(f'DROP TABLE "{table}" CASCADE;\n' for table in tables)
    drops += _GUARDS_AWAY
    command = ["psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    _run(settings, [*command, "--output=/dev/null"], drops + script)


def _run(settings: Mapping[str, Any], command: list[str], text: str = "") -> str:
    try:
        done = subprocess.run(
            command, env=_environment(settings), input=text, capture_output=True, text=True
        )
    except FileNotFoundError:
        raise ToolFailed(f"{command[0]} is not installed (postgresql-client)") from None
    if done.returncode:
        raise ToolFailed(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def _environment(settings: Mapping[str, Any]) -> dict[str, str]:
    """libpq's own variables: a password on the command line could be read by other users."""
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    given = {variable: str(settings[key]) for key, variable in names.items() if settings.get(key)}
    options = settings.get("OPTIONS", {})
    given |= {"PGSSLMODE": options["sslmode"]} if "sslmode" in options else {}
    return {**os.environ, **given, "PGDATABASE": str(settings["NAME"])}
