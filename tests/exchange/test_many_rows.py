"""Many rows are taken in a part at a time: memory does not grow with them, and progress is told.

The 100,000 of the goal are a command: `benchmarks/import_rows.py`.
"""

import gc
import tracemalloc
from pathlib import Path

import pytest

from tests.exchange.files import TODAY, a_council
from tests.fixtures.case import moment
from whatmatters.access.queries import Actor
from whatmatters.exchange.services.importing import take_in
from whatmatters.exchange.services.run import FileGiven
from whatmatters.people.models import Person

pytestmark = pytest.mark.once
HEAD = "person_id,full_name,known_as,born,language,postcode,disabled,died_on\n"
# Each is more than are read at once.
FEW, MANY = 700, 2100
# What is held of each row is its id and where it stood, so that it does not come twice.
BYTES_A_ROW = 600


def name_of(number: int) -> str:
    """Two words in letters alone, that no other number has."""
    word = "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")
    return f"X{word} Y{word[::-1]}"


def written(path: Path, rows: int) -> Path:
    """A file of so many invented people, who share neither a name nor a birthday."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        for n in range(rows):
            born = f"{1920 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}"
            out.write(f"P-{n:07},{name_of(n)},,{born},cy,LL21 0HA,no,\n")
    return path


def taking(by: Actor, path: Path) -> tuple[int, list[int]]:
    """Bytes at most in use at once beside what was there, and how far it said it had read."""
    heard: list[int] = []
    size = path.stat().st_size
    with path.open("rb") as file:
        gc.collect()
        tracemalloc.start()
        taken = take_in(
            by=by,
            at=moment(TODAY),
            files=[FileGiven("people.csv", file, size)],
            preview=False,
            tell=lambda name, done, size: heard.append(done),
        )
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert taken.problems.count == 0, taken.problems.found[:3]
    return peak, heard


def test_memory_does_not_grow_with_the_rows_and_progress_is_told(db: None, tmp_path: Path) -> None:
    by, _ = a_council()
    taking(by, written(tmp_path / "first.csv", 1))  # what is kept of the place is read once
    few, _ = taking(by, written(tmp_path / "few.csv", FEW))
    many, heard = taking(by, written(tmp_path / "many.csv", MANY))
    assert Person.objects.count() == MANY
    assert many - few < (MANY - FEW) * BYTES_A_ROW
    assert heard == sorted(heard)
    assert len(set(heard)) >= 4
    assert heard[-1] == (tmp_path / "many.csv").stat().st_size
