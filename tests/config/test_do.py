"""do.py: speaks on stderr alone and passes the program's words and exit code through."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fixtures.command import variables_of_a_new_place

ROOT = Path(__file__).resolve().parents[2]


def _do(
    *arguments: str, data: Path, cwd: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    env = {**variables_of_a_new_place(data), **variables}
    command = [sys.executable, str(ROOT / "do.py"), *arguments]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True)


@pytest.mark.once
@pytest.mark.parametrize("arguments", [[], ["nonsense"]])
def test_an_unknown_verb_is_answered_with_the_verbs(arguments: list[str], tmp_path: Path) -> None:
    done = _do(*arguments, data=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "python3 do.py demo" in done.stderr


@pytest.mark.once
def test_the_programs_stdout_and_exit_code_come_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder with spaces"
    elsewhere.mkdir()
    done = _do("whatmatters", "doctor", data=tmp_path / "data", cwd=elsewhere)
    assert done.returncode == 1  # nothing was migrated yet
    assert "run `whatmatters migrate`" in done.stdout
    assert list(elsewhere.iterdir()) == []


@pytest.mark.once
def test_what_is_compiled_is_kept_apart_from_the_sources(tmp_path: Path) -> None:
    """Also where Python is told to keep nothing: each verb took nearly twice as long."""
    kept = tmp_path / "kept"
    told = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(kept)}
    assert _do("whatmatters", "--help", data=tmp_path / "data", **told).returncode == 0
    assert [one.name.split(".")[0] for one in kept.rglob("whatmatters/config/cli.*.pyc")] == ["cli"]


@pytest.mark.once
def test_where_nothing_can_be_kept_all_stays_as_it_was(tmp_path: Path) -> None:
    """A folder that cannot be filled would hide those that Python has already."""
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "kept")
    told = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": nowhere}
    code = "import json, sys; sys.path.insert(0, sys.argv[1]); import do; "
    code += "told = json.loads(sys.argv[2]); do.keep_bytecode(told); print(json.dumps(told))"
    command = [sys.executable, "-I", "-S", "-c", code, str(ROOT), json.dumps(told)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout) == told


@pytest.mark.once
def test_a_second_call_adds_little(tmp_path: Path, record_property) -> None:
    """The overhead is reported, not gated: machines differ."""
    _do("whatmatters", "--help", data=tmp_path)
    own, whole = [], []
    for _ in range(3):
        began = time.monotonic()
        assert _do("whatmatters", "--help", data=tmp_path).stderr == ""
        whole.append(time.monotonic() - began)
        began = time.monotonic()
        program = [str(ROOT / ".boot/run/bin/python"), "-P", "-m", "whatmatters.config.cli"]
        env = variables_of_a_new_place(tmp_path)
        subprocess.run([*program, "--help"], env=env, capture_output=True, check=True)
        own.append(time.monotonic() - began)
    record_property("seconds added by do.py", round(min(whole) - min(own), 3))


def test_do_py_needs_the_standard_library_alone() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import do"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code, str(ROOT)], capture_output=True)
    assert done.returncode == 0, done.stderr
