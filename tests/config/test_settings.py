"""The settings that keep an installation safe."""

import stat
from pathlib import Path

from whatmatters.config.data_folder import data_folder, secret_key


def test_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert secret_key(tmp_path) == first
    assert len(first) >= 64
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_data_folder_is_where_the_variable_says(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("WHATMATTERS_DATA", str(tmp_path / "here" / "it is"))
    assert data_folder() == (tmp_path / "here" / "it is").resolve()
    assert data_folder().is_dir()
