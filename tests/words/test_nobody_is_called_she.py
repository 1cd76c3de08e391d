"""A page about somebody does not guess that it is a woman: half of them are not."""

import re
from pathlib import Path

import polib
import pytest

PARTS = Path(__file__).resolve().parents[2] / "whatmatters/frontend/locale/cy/parts"
GUESSED = re.compile(r"\b(she|her|hers|herself|he|him|his|himself)\b", re.IGNORECASE)
# Sentences about people in general, an example, or somebody who is not the one on the page.
IN_GENERAL = {
    *("comparing.po", "direct_payments.po", "exchange.po", "insight.po", "putting_right.po"),
    "trying.po",
}
# Of those parts, what is said of one person while her row, her figures or her money are read.
OF_ONE = (
    *("What you may read of", "is recorded already", "a last day that is not after"),
    *("An outcome is ", "Which choice of ", " contribution, pounds a week"),
)


@pytest.mark.parametrize("part", sorted(PARTS.glob("*.po")), ids=lambda part: part.stem)
def test_words_about_the_one_on_the_page_hold_no_she_and_no_he(part: Path) -> None:
    said = [entry.msgid for entry in polib.pofile(str(part))]
    if part.name in IN_GENERAL:
        said = [words for words in said if any(one in words for one in OF_ONE)]
    assert [words for words in said if GUESSED.search(words)] == []


def test_each_of_one_is_still_said() -> None:
    said = [e.msgid for part in PARTS.glob("*.po") for e in polib.pofile(str(part))]
    assert [one for one in OF_ONE if not any(one in words for words in said)] == []
