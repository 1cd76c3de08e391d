"""What is refused, with its file, row, column and value; and then nothing is taken in at all."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from tests.exchange import files
from tests.exchange.files import PEOPLE, a_council, taken, told, whole
from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database
from tests.fixtures.killing import When, killed
from whatmatters.exchange.models import ExternalId, ImportedFile
from whatmatters.people.models import Person

HEAD, MAIR, HUW = PEOPLE.splitlines(keepends=True)


def _expected(result: object) -> str:
    return str(result.problems.found[0].expected)


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        (PEOPLE.replace("Mair,1944", '"=1+1",1944'), (2, "known_as", "=1+1"), "not a formula"),
        (PEOPLE.replace("Mair,1944", "+cmd|' /C calc'!A0,1944"),
         (2, "known_as", "+cmd|' /C calc'!A0"), "not a formula"),
        (PEOPLE.replace("Mair,1944", "@SUM(1),1944"), (2, "known_as", "@SUM(1)"), "not a formula"),
        (PEOPLE.replace("Mair,1944", "#N/A,1944"), (2, "known_as", "#N/A"), "shows an error"),
        (PEOPLE.replace("1944-02-29", "31/02/1944"), (2, "born", "31/02/1944"), "such as 2026-11"),
        (PEOPLE.replace("1944-02-29", "12/31/1944"), (2, "born", "12/31/1944"), "such as 2026-11"),
        (PEOPLE.replace("1944-02-29", "29-Feb-44"), (2, "born", "29-Feb-44"), "four figures"),
        (PEOPLE.replace("1944-02-29", "2044-02-29"), (2, "born", "2044-02-29"), "has come"),
        (PEOPLE.replace("no,\n", "no,2044-02-29\n"), (2, "died_on", "2044-02-29"), "has come"),
        (PEOPLE.replace("no,\n", "no,1940-01-01\n"), (2, "died_on", "1940-01-01"), "after the day"),
        (PEOPLE.replace("P-0001", "1.23E+11"), (2, "person_id", "1.23E+11"), "shortened"),
        (PEOPLE.replace("P-0002", "P-0001"), (3, "person_id", "P-0001"), "stands in row 2"),
        (PEOPLE.replace("Mair Elen Rees", ""), (2, "full_name", ""), "in every row"),
        (PEOPLE.replace("LL21 0HA", "M1 1AA"), (2, "postcode", "M1 1AA"), "this council"),
        (PEOPLE.replace(",cy,", ",klingon,"), (2, "language", "klingon"), "one of: en, cy, other"),
        (PEOPLE.replace("no,\n", "no,,,stray\n"), (2, "", ",stray"), "no more cells"),
        (PEOPLE.replace("full_name", "nickname"), (1, "nickname", ""), "only columns"),
        (PEOPLE.replace("known_as", "full_name"), (1, "full_name", ""), "each column once"),
        ("", (0, "", ""), "this one is empty"),
        (HEAD, (0, "", ""), "at least one row"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", (0, "", ""), "no text has"),
        (b"PK\x03\x04rest", (0, "", ""), "this is a workbook"),
        (PEOPLE.replace("Elen", "El\0en").encode(), (0, "", ""), "no text has"),
        ((HEAD + MAIR * 3000).replace("Elen", "El\0en", 2999).encode()[:70000] + b"\0",
         None, "no text has"),
        (PEOPLE.replace("O’Neill", "O\u00b4Neill").encode("cp1252"), None, "in UTF-8"),
        (PEOPLE.replace("Mair,1944", '"Mair,1944'), None, "never closed"),
        (PEOPLE.replace("Mair,1944", '"Ma"ir,1944'), (2, "", ""), "stands alone"),
        (PEOPLE + "P-3," + "x" * 100_001, (4, "", ""), "at most 100000 characters"),
        (HEAD + 'P-3,"' + "x\n" * 60_000, (2, "", ""), "never closed"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_its_place_and_nothing_is_taken(
    db: None, text: str | bytes, place: tuple[int, str, str] | None, says: str
) -> None:
    by, _ = a_council()
    result = taken(by, {"people.csv": text, "providers.csv": files.PROVIDERS})
    first = told(result)[0]
    assert first[0] == "people.csv"
    assert place in (None, first[1:])
    assert says in _expected(result)
    assert not result.written
    assert Person.objects.count() == ExternalId.objects.count() == 0


def test_a_file_whose_headings_nobody_knows(db: None) -> None:
    by, _ = a_council()
    result = taken(by, {"export.csv": "a,b\n1,2\n"})
    assert told(result) == [("export.csv", 1, "", "a, b")]
    named = taken(by, {"people-north.csv": "person_id,full_name\n1,Mair\n"})
    assert [column for _, _, column, _ in told(named)] == ["born", "language", "postcode"]


def test_a_file_in_windows_1252_is_named_by_the_row_that_holds_the_sign(db: None) -> None:
    by, _ = a_council()
    latin = PEOPLE.replace("O’Neill", "Siân").encode("cp1252")
    result = taken(by, {"people.csv": latin})
    assert told(result)[0][:2] == ("people.csv", 3)
    assert "Si\xe2n" in told(result)[0][3]


def test_every_problem_is_told_and_not_only_the_first(db: None) -> None:
    by, _ = a_council()
    bad = PEOPLE.replace("1944-02-29", "soon").replace("01/03/1938", "later").replace("TRUE", "so")
    assert [(row, column) for _, row, column, _ in told(taken(by, {"people.csv": bad}))] == [
        (2, "born"),
        (3, "born"),
        (3, "disabled"),
    ]


def test_a_provider_that_nobody_knows(db: None) -> None:
    by, _ = a_council()
    result = taken(by, {"workers.csv": files.WORKERS})
    assert told(result) == [("workers.csv", 2, "provider_id", "PR-01")]
    assert "a provider of the file of providers" in _expected(result)


def test_zeros_that_a_spreadsheet_lost_are_named(db: None) -> None:
    by, _ = a_council()
    assert taken(by, {"people.csv": PEOPLE.replace("P-0001", "000123")}).written
    lost = files.OUTCOMES.replace("P-0001", "123")
    result = taken(by, {"outcomes.csv": lost})
    assert told(result) == [("outcomes.csv", 2, "person_id", "123")]
    assert _expected(result).startswith("000123: the spreadsheet has lost the zeros")
    again = taken(by, {"people.csv": HEAD + MAIR.replace("P-0001", "123")})
    assert told(again) == [("people.csv", 2, "person_id", "123")]


def test_two_files_that_contradict_each_other(db: None) -> None:
    by, _ = a_council()
    other = HEAD + MAIR.replace("Mair Elen", "Mari Elen")
    result = taken(by, {"people.csv": PEOPLE, "people-2.csv": other})
    assert len(told(result)) == 1
    assert "which says something else of this id" in _expected(result)
    same = taken(by, {"people.csv": PEOPLE, "people-2.csv": HEAD + MAIR})
    assert same.written
    assert Person.objects.count() == 2


def test_a_person_of_another_file_who_is_not_there(db: None) -> None:
    by, worker = a_council()
    brought = whole(get_user_model().objects.get(pk=worker.user_id).username)
    brought["people.csv"] = HEAD + MAIR
    assert told(taken(by, brought)) == [("packages.csv", 2, "person_id", "P-0002")]


def test_a_person_refused_in_her_own_file_is_not_called_unknown_in_another(db: None) -> None:
    by, worker = a_council()
    brought = whole(get_user_model().objects.get(pk=worker.user_id).username)
    brought["people.csv"] = PEOPLE.replace("01/03/1938", "later")
    assert told(taken(by, brought)) == [("people.csv", 3, "born", "later")]


def test_the_rows_of_one_plan_agree_about_the_plan(db: None) -> None:
    by, worker = a_council()
    brought = whole(get_user_model().objects.get(pk=worker.user_id).username)
    first, rest = files.PLANS.rsplit("2026-07-26", 1)
    brought["plans.csv"] = first + "2026-08-26" + rest
    assert told(taken(by, brought)) == [("plans.csv", 3, "ends", "2026-08-26")]


def test_a_package_under_a_contract_that_pays_otherwise(db: None) -> None:
    by, worker = a_council()
    brought = whole(get_user_model().objects.get(pk=worker.user_id).username)
    brought["packages.csv"] = files.PACKAGES.replace("TT-7", "OP-7")
    assert told(taken(by, brought)) == [("packages.csv", 2, "contract_id", "OP-7")]


def test_habits_of_spreadsheets_are_survived(db: None) -> None:
    by, _ = a_council()
    habits = (
        "sep=;\r\n\r\nFull Name;PERSON-ID;Language;born;postcode;;\r\n"
        "\u00a0Mair\u00a0Rees ;“P-9”;Cymraeg;1-Ionawr-1944;LL21\u00a00HA;;\r\n;;;;;;\r\n,;;\r\n"
    ).replace(",;;\r\n", "")
    assert told(taken(by, {"export.csv": b"\xef\xbb\xbf" + habits.encode()})) == []
    assert Person.objects.get().full_name == "Mair Rees"
    assert ExternalId.objects.get().external_id == '"P-9"'
    tabs = PEOPLE.replace(",", "\t")
    assert told(taken(by, {"unicode.txt": ("\ufeff" + tabs).encode("utf-16-le")})) == []
    assert Person.objects.count() == 3


def _folder(path: Path, brought: dict[str, str]) -> Path:
    path.mkdir()
    for name, text in brought.items():
        (path / name).write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.once
def test_the_command_previews_takes_in_and_repeats(own_database: Database, tmp_path: Path) -> None:
    by, worker = a_council()
    users = get_user_model().objects
    folder = _folder(tmp_path / "files", whole(users.get(pk=worker.user_id).username))
    name = users.get(pk=by.user_id).username
    asked = ("import", str(folder), "--by", name)
    preview = whatmatters(*asked, "--preview", env=own_database.env)
    assert (preview.returncode, Person.objects.count()) == (0, 0)
    assert "people.csv: 2 rows: 2 new, 0 changed, 0 the same." in preview.stdout
    done = whatmatters(*asked, env=own_database.env)
    assert done.stdout.endswith("Everything was taken in.\n"), done.stderr
    again = whatmatters(*asked, env=own_database.env)
    assert "This very file was taken in on" in again.stdout
    assert again.stdout.endswith("Nothing was changed.\n")
    bad = tmp_path / "files" / "people.csv"
    bad.write_text(PEOPLE.replace("1944-02-29", "=TODAY()"), encoding="utf-8")
    report = tmp_path / "problems.csv"
    refused = whatmatters(*asked, "--problems", str(report), env=own_database.env)
    assert refused.returncode == 1
    assert "people.csv, row 2, column born, value =TODAY(): expected a value" in refused.stderr
    assert '"\'=TODAY()"' in report.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("n", [2, 9, 25])
def test_killed_in_the_middle_nothing_stays_and_again_it_is_whole(
    own_database: Database, n: int
) -> None:
    by, worker = a_council()
    brought = whole(get_user_model().objects.get(pk=worker.user_id).username)
    assert killed(lambda: taken(by, brought), n, When.AFTER)
    assert Person.objects.count() == ExternalId.objects.count() == 0
    assert taken(by, brought).written
    assert (Person.objects.count(), ImportedFile.objects.count()) == (2, 9)
