"""`whatmatters export`, as a process: files in a folder, or a sentence and nothing used up."""

from pathlib import Path

from tests.fixtures.case_pages import a_case_to_look_at
from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database
from whatmatters.access.models import User
from whatmatters.exchange.models import TakingOut


def test_the_files_are_made_or_nothing_is_asked_for(own_database: Database, tmp_path: Path) -> None:
    manager = User.objects.get(pk=a_case_to_look_at().case.manager.user_id)
    told = ("--by", manager.username, "--reason", "Our own books")
    barred = tmp_path / "file"
    barred.write_text("not a folder")
    for folder in (barred, barred / "below"):
        refused = whatmatters("export", str(folder), *told, env=own_database.env)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "Traceback" not in refused.stderr
    assert f"Nothing can be written in {barred / 'below'}." in refused.stderr
    assert not TakingOut.objects.exists()
    made = whatmatters("export", str(tmp_path / "out"), *told, env=own_database.env)
    assert made.returncode == 0, made.stderr
    names = {file.name for file in (tmp_path / "out").iterdir()}
    assert {"plan.csv", "figures.csv", "columns.csv"} < names
    last = made.stdout.splitlines()[-1]
    assert last.startswith(f"{len(names)} files are in {tmp_path / 'out'}.")
