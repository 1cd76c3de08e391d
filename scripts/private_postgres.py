"""Run a command beside a PostgreSQL server of its own, and leave nothing behind.

    python3 scripts/private_postgres.py pytest tests

A cluster in a temporary folder, on a free port of this machine only, with two roles as in a real
installation: `whatmatters_owner` owns and migrates; `whatmatters_app` is a plain role that may not
make databases or roles. The command finds `DATABASE_URL` (plain) and `DATABASE_OWNER_URL`.
Standard library only. Never for real data: it does not wait for the disk.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

OPTIONS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=100",
    "listen_addresses=127.0.0.1",
    # Its workers belong to the superuser: one at work in a test's database keeps the owner from
    # dropping it, and a database that lives for seconds needs none.
    "autovacuum=off",
)

LOCALE = "en_GB.UTF-8" if sys.platform == "darwin" else "C.UTF-8"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine, or None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if found:
        return found[-1].parent
    for place in ("/opt/homebrew/bin", "/usr/local/bin", "/usr/bin"):
        if Path(place, "initdb").exists() and Path(place, "pg_ctl").exists():
            return Path(place)
    return None


def _version(initdb: Path) -> int:
    return int("".join(filter(str.isdigit, initdb.parts[-3])) or 0)


def as_postgres() -> list[str]:
    """initdb refuses root: as root, every server command runs as the `postgres` user."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def server(home: Path) -> Iterator[dict[str, str]]:
    """A running server with both roles; yields the variables that name them."""
    folder = Path(tempfile.mkdtemp(prefix="whatmatters-pg-", dir="/tmp"))
    if as_postgres():
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    password, port = secrets.token_hex(16), _free_port()
    try:
        _start(home, folder, password, port)
        _roles(home, folder, password, port)
        yield _variables(password, port)
    finally:
        _quietly(
            [*as_postgres(), home / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"]
        )
        shutil.rmtree(folder, ignore_errors=True)


def _start(home: Path, folder: Path, password: str, port: int) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if as_postgres():
        shutil.chown(secret, "postgres")
    data = folder / "data"
    shape = ["-E", "UTF8", f"--locale={LOCALE}", "-A", "scram-sha-256", "--no-sync"]
    _run([home / "initdb", "-D", data, "-U", "postgres", f"--pwfile={secret}", *shape])
    options = " ".join([f"-p {port} -k {folder}", *(f"-c {option}" for option in OPTIONS)])
    _run([home / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])


def _roles(home: Path, folder: Path, password: str, port: int) -> None:
    for role, powers in (("owner", "CREATEDB"), ("app", "NOCREATEDB")):
        statement = (
            f"CREATE ROLE whatmatters_{role} LOGIN NOSUPERUSER NOCREATEROLE {powers} "
            f"PASSWORD '{password}'"
        )
        _run([home / "psql", *_connection(folder, port), "-c", statement], PGPASSWORD=password)
    # Dropping a test's database may have to end a connection of the plain role's.
    grant = "GRANT whatmatters_app TO whatmatters_owner"
    _run([home / "psql", *_connection(folder, port), "-c", grant], PGPASSWORD=password)
    statement = "CREATE DATABASE whatmatters OWNER whatmatters_owner"
    _run([home / "psql", *_connection(folder, port), "-c", statement], PGPASSWORD=password)


def _connection(folder: Path, port: int) -> list[str]:
    return ["-h", str(folder), "-p", str(port), "-U", "postgres", "-d", "postgres", "-q"]


def _variables(password: str, port: int) -> dict[str, str]:
    def url(role: str) -> str:
        return f"postgres://whatmatters_{role}:{password}@127.0.0.1:{port}/whatmatters"

    return {"DATABASE_URL": url("app"), "DATABASE_OWNER_URL": url("owner")}


def _run(command: Sequence[str | Path], **env: str) -> None:
    done = subprocess.run(
        [*as_postgres(), *command],
        env={**os.environ, **env},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _quietly(command: Sequence[str | Path]) -> None:
    subprocess.run(command, cwd="/", capture_output=True, check=False)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code; 2 when there is no server to start."""
    home = programs()
    if home is None:
        print("PostgreSQL is not installed (Debian: apt-get install postgresql).", file=sys.stderr)
        return 2
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    # Asked to end, it still stops the server: the exception unwinds through `server`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server(home) as variables:
        return subprocess.run(arguments, env={**os.environ, **variables}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
