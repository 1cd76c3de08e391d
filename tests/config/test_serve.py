"""`serve`: one parent that restarts what dies and ends all when told to."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.fixtures.command import variables_of_a_new_place, whatmatters
from tests.fixtures.databases import Database
from tests.fixtures.serving import SECONDS, answers, free_port, served


def _children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True)
    return [int(pid) for pid in found.stdout.split()]


def _until(condition) -> None:
    limit = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < limit, "it never came to be"
        time.sleep(0.05)


@pytest.mark.once
def test_it_restarts_what_dies_beside_the_web_server_and_ends_all(own_database: Database) -> None:
    port = free_port()
    with served(own_database.env, port, alone=False) as parent:
        _until(lambda: len(_children(parent.pid)) == 3)
        first = set(_children(parent.pid))
        for pid in first:
            os.kill(pid, signal.SIGKILL)
        _until(lambda: len(set(_children(parent.pid)) - first) == 3)
        _until(lambda: answers(port))
        last = _children(parent.pid)
        os.kill(parent.pid, signal.SIGTERM)
        assert parent.wait(SECONDS) == 0
        assert not answers(port)
        assert not any(os.path.exists(f"/proc/{pid}") for pid in last)


def test_a_killed_parent_leaves_no_server_behind(own_database: Database) -> None:
    port = free_port()
    with served(own_database.env, port) as parent:
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait(SECONDS)
        _until(lambda: not answers(port))


@pytest.mark.once
def test_a_taken_port_is_refused(own_database: Database) -> None:
    port = free_port()
    with served(own_database.env, port):
        second = whatmatters("serve", "--open", "no", "--port", str(port), env=own_database.env)
        assert second.returncode == 1
        assert f"Port {port} on 127.0.0.1 is taken" in second.stderr


@pytest.mark.once
def test_a_new_place_is_made_when_first_served(tmp_path: Path) -> None:
    env = variables_of_a_new_place(tmp_path)
    with served(env, free_port()):
        assert (tmp_path / "whatmatters.sqlite3").exists()
    assert whatmatters("doctor", env=env).returncode == 0
