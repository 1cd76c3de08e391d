"""What was compiled is looked for where this installation kept it, and nowhere else."""

import os
import shutil
from pathlib import Path

import pytest

from whatmatters.rota.solvers import compiled

pytestmark = pytest.mark.once


def test_another_installation_or_a_later_writing_of_the_same_sources_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    here = compiled.HERE
    for name in ("blue", "green"):
        shutil.copytree(here, tmp_path / name)
    monkeypatch.setattr(compiled, "HERE", tmp_path / "blue")
    (compiled.cache_folder() / "anneal.nbi").touch()
    assert compiled.is_kept()
    monkeypatch.setattr(compiled, "HERE", tmp_path / "green")
    assert not compiled.is_kept()
    monkeypatch.setattr(compiled, "HERE", tmp_path / "blue")
    os.utime(tmp_path / "blue" / "compiled.py", (1, 1))
    assert not compiled.is_kept()
