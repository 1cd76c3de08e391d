"""The words we use: every term in both languages, on a page that everybody may open."""

import importlib.util
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

ROOT = Path(__file__).resolve().parents[2]


def script():
    """`scripts/build_glossary.py` as a module."""
    path = ROOT / "scripts" / "build_glossary.py"
    spec = importlib.util.spec_from_file_location("build_glossary", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_term_has_both_languages() -> None:
    assert script().made()[1] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("## Money / Arian\n| Term | Cymraeg | What it is | Beth ydyw |\n| a | b | c | d |", []),
        (
            "## Money / Arian\n| a | b | c |",
            ["line 2: wants a term and what it is, in both languages"],
        ),
        ("## Money", ["line 1: a heading without its Welsh"]),
    ],
)
def test_what_is_missing_is_named(text: str, wrong: list[str]) -> None:
    assert script().groups(text)[1] == wrong


@pytest.mark.parametrize(
    ("language", "says", "beside"),
    [
        ("en", "What anyone would see if it were so", 'lang="cy">prawf gweladwy'),
        ("cy", "Yr hyn y byddai unrhyw un yn ei weld", 'lang="en">Observable test'),
    ],
)
def test_the_page_speaks_the_readers_language(db: None, language, says, beside) -> None:
    page = Client(headers={"accept-language": language}).get(reverse("glossary")).content.decode()
    assert says in page
    assert beside in page


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("Bundled hours", "bwndel oriau"),
        ("Patch block", "bloc ardal"),
        ("Fund (individual service fund)", "cronfa (cronfa gwasanaeth unigol)"),
        ("Direct payment", "taliad uniongyrchol"),
        ("Agreed spend", "gwariant y cytunwyd arno"),
        ("Charge", "tâl"),
        ("Offer", "cynnig"),
    ],
)
def test_what_the_pages_are_about_has_its_term(english: str, welsh: str) -> None:
    groups, _ = script().groups((ROOT / "docs" / "glossary.md").read_text("utf-8"))
    terms = {one["term"]: one["term_cy"] for group in groups for one in group["terms"]}
    assert terms[english] == welsh
