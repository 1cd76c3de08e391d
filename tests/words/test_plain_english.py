"""The pages of the person and her family read easily: a reading age, worked out page by page.

Reading age is the Flesch-Kincaid grade (US school year) plus five, of the sentences that are ours:
what people said in their own words, names and figures are not counted.
"""

import sys

import pytest
import textstat
from django.test import Client

from tests.permissions.expected import EXPECTED
from tests.permissions.walk import BACKEND, Page, address_of, pages
from tests.permissions.world import Place, two_places
from tests.words.reading import words_of

# GOV.UK writes for a reading age of nine; we promise no page of theirs above this, and all of them
# together at most the second.
OLDEST = 11.0
TOGETHER = 9.0
READERS = ("person:self", "family:family", "family:decider")
FEW = 30  # words: below, the formula says more about chance than about the page


def sentences(html: str) -> list[str]:
    """Our own sentences in the page's main part, in English, each ended by a full stop."""
    said = (w.text for w in words_of(html) if w.in_main and w.language == "en")
    kept = (text for text in said if len(text.split()) >= 4 and "Canari" not in text)
    return [text if text[-1] in ".?!" else f"{text}." for text in kept]


def reading_age(said: list[str]) -> float:
    """Years of age at which a child in school usually reads this."""
    return textstat.flesch_kincaid_grade(" ".join(said)) + 5


def page_of(page: Page, place: Place, reader: str) -> str:
    client = Client()
    client.force_login(place.readers[reader], backend=BACKEND)
    answer = client.get(address_of(page, place))
    return "" if answer["Content-Type"].startswith("image/") else answer.content.decode()


@pytest.mark.once
def test_pages_of_the_person_and_her_family_read_easily(db: None, capsys) -> None:
    here, _ = two_places()
    ages, together = {}, []
    for page in pages():
        for reader in sorted(set(READERS) & set(EXPECTED[page.name].get)):
            said = sentences(page_of(page, here, reader))
            together += said
            if len(" ".join(said).split()) >= FEW:
                ages[f"{page.name} as {reader}"] = round(reading_age(said), 1)
    with capsys.disabled():
        sys.stdout.write(f"\nreading age, all together {reading_age(together):.1f}: {ages}\n")
    assert {name: age for name, age in ages.items() if age > OLDEST} == {}
    assert reading_age(together) <= TOGETHER


@pytest.mark.parametrize(
    ("said", "young"),
    [
        ("You can change your mind. Tell us when you do.", True),
        (
            "Notwithstanding commissioning arrangements, reconciliation necessitates "
            "authorisation of multidisciplinary organisational determinations.",
            False,
        ),
    ],
)
def test_long_words_in_long_sentences_are_older(said: str, young: bool) -> None:
    assert (reading_age([said]) <= OLDEST) == young
