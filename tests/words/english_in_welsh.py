"""Finds English on a Welsh page: a message of the catalogue that has Welsh and was not spoken."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib

from tests.words.reading import Words, words_of

ROOT = Path(__file__).resolve().parents[2]
PARTS = ROOT / "whatmatters" / "frontend" / "locale" / "cy" / "parts"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
MONTH = re.compile(
    r"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
ENOUGH_WORDS = 3  # of a message's own, before it is looked for inside a longer sentence


def english_on(html: str) -> Iterator[str]:
    """Each run of words said to be Welsh that is English."""
    for words in words_of(html):
        if words.language == "cy" and is_english(words):
            yield words.text


def is_english(words: Words) -> bool:
    """Whether a run is an English message, holds one, or a date with an English month."""
    return _is_english(words.text)


@cache  # what stands on every page is looked at once
def _is_english(text: str) -> bool:
    whole, inside = messages()
    if text in whole or MONTH.search(text):
        return True
    # Most messages are ruled out by their longest own words, which is quicker than their pattern.
    return any(words in text and re.search(pattern, text) for words, pattern in inside)


@cache
def messages() -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """English messages as they stand; of those long enough to be looked for, words and pattern."""
    whole: set[str] = set()
    inside: set[tuple[str, str]] = set()
    for part in sorted(PARTS.glob("*.po")):
        for entry in polib.pofile(str(part)):
            welsh = {entry.msgstr, *entry.msgstr_plural.values()}
            for english in filter(None, (entry.msgid, entry.msgid_plural)):
                if english not in welsh:
                    whole.add(" ".join(english.split()))
                    inside |= set(pattern_of(english))
    return frozenset(whole), tuple(sorted(inside))


def pattern_of(english: str) -> Iterator[tuple[str, str]]:
    """A message's longest own words, and how it looks inside a page, when they are enough."""
    parts = PLACEHOLDER.split(" ".join(english.split()))
    longest = max((len(re.findall(r"[A-Za-z’']{2,}", part)) for part in parts), default=0)
    if longest >= ENOUGH_WORDS and "<" not in english:
        yield max(parts, key=len), ".+?".join(re.escape(part) for part in parts)
