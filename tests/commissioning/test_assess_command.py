"""`whatmatters assess`: what a finance officer reads, what a program reads, and how it refuses."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from whatmatters.commissioning.management import assess

CASES = Path(__file__).parents[1] / "cases"
WORKED = CASES / "outcome_payments" / "worked_example_judgement.toml"


def run(*arguments):
    """Run the verb as the command line would."""
    app = typer.Typer()

    @app.callback()
    def alone() -> None:
        """A group, so that the verb keeps its name."""

    assess.register(app)
    return CliRunner().invoke(app, ["assess", *map(str, arguments)])


def test_the_worked_example_shows_its_arithmetic():
    shown = run(WORKED)
    assert shown.exit_code == 0
    told = " ".join(shown.stdout.split())
    for figure in ("-£500.94", "£2,783.00", "28 of 56 to the plan’s end", "0.8 × (0.5 + (1 − 0.5)"):
        assert figure in told


def test_json_is_one_object_with_these_keys():
    shown = run(WORKED, "--json")
    assert shown.exit_code == 0
    told = json.loads(shown.stdout)
    assert set(told) == {"model", "lines", "carried", "problems"}
    assert (told["model"], told["carried"], told["problems"]) == ("outcome_payments", {}, [])
    (line,) = told["lines"]
    assert set(line) == {"payer", "payee", "pence", "rule", "reason", "inputs"}
    assert (line["payer"], line["payee"], line["pence"]) == ("Council", "Gofal Enghraifft", -50094)
    assert line["rule"] == "outcome_payments.penalty"
    assert line["reason"] == "Penalty: outcome banking was missed through the provider"
    assert (line["inputs"]["delay"], line["inputs"]["rate"]) == ("0.5", "0.6")


@pytest.mark.parametrize(
    "path",
    sorted(p for p in CASES.glob("*/*.toml") if not p.name.endswith(".expected.toml")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_every_case_prints_both_ways(path):
    refused = path.stem in {
        "bad_second_extension",
        "bad_spend_beyond_balance",
        "bad_beyond_with_fee",
    }
    code = 3 if refused else 2 if path.name.startswith("bad_") else 0
    readable, machine = run(path), run(path, "--json")
    assert (readable.exit_code, machine.exit_code) == (code, code)
    assert (json.loads(machine.stdout)["problems"] == []) == (code == 0)
    assert bool(readable.stdout) == (code == 0)


def test_a_refused_case_names_key_line_and_what_is_wrong_on_standard_error():
    shown = run(CASES / "outcome_payments" / "bad_numbers.toml")
    assert shown.stdout == ""
    (_, hours, _, _) = shown.stderr.splitlines()
    assert hours.endswith(
        "bad_numbers.toml:11: agreement.terms.plan[0].hours: -100 is too small: the least is 0."
    )


def test_a_case_that_asks_two_refusable_things_of_unbuilt_models_is_not_assessed(tmp_path):
    case = tmp_path / "case.toml"
    case.write_text('title = "x"\nmodel = "short_term"\n[agreement]\n[evidence]\n')
    assert run(case).exit_code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be opened"),
        (b"\xff\xfe", "UTF-8"),
        (b"title = \n", "TOML"),
        (b"a = " + b"[" * 5000, "TOML"),
        (b"title = 'x'\nmodel = 'time_and_task'\nz = 1e99999999999999999999\n", "not known"),
        (b'"\\u001b[31m" = 1\n', "not known"),
    ],
    ids=["absent", "not text", "not toml", "deep", "huge", "control characters"],
)
def test_what_is_no_case_is_told_plainly(tmp_path, content, words):
    case = tmp_path / "case.toml"
    if content is not None:
        case.write_bytes(content)
    shown = run(case)
    assert shown.exit_code == 2
    assert words in shown.stderr
    assert "\x1b" not in shown.stderr


def test_a_byte_order_mark_is_no_part_of_a_case(tmp_path):
    case = tmp_path / "case.toml"
    case.write_bytes(b"\xef\xbb\xbf" + WORKED.read_bytes())
    assert run(case).exit_code == 0


def test_own_words_are_never_markup(tmp_path):
    case = tmp_path / "case.toml"
    text = WORKED.read_text("utf-8").replace(
        "Worked example: the judgement", "[red]Siân[/red] [/b]"
    )
    case.write_text(text, "utf-8")
    assert "[red]Siân[/red] [/b]" in run(case).stdout
