"""`import --templates`: an empty file of each kind, and what somebody has filled in left alone."""

from pathlib import Path

import pytest

from whatmatters.exchange.queries.columns_told import write_templates

pytestmark = pytest.mark.once


def test_a_file_that_somebody_filled_in_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    written = {Path(name).name for name in write_templates(folder)}
    assert {"people.csv", "providers.csv", "contracts.csv", "plans.csv"} <= written
    assert {name for name in written if name.endswith(".html")} == {"columns.html", "colofnau.html"}
    filled = (folder / "people.csv").read_text(encoding="utf-8") + "P-1,Mair\n"
    (folder / "people.csv").write_text(filled, encoding="utf-8")
    (folder / "plans.csv").unlink()
    assert [Path(name).name for name in write_templates(folder)] == ["plans.csv"]
    assert (folder / "people.csv").read_text(encoding="utf-8") == filled
