"""What invented people say, read from `words/`, in their own language."""

import tomllib
from functools import lru_cache
from importlib import resources
from random import Random
from typing import Any

from whatmatters.rules.people import Language

Phrase = dict[str, Any]


@lru_cache
def words(name: str) -> dict[str, Any]:
    """One file of `words/`, as it is written."""
    folder = resources.files(__package__).joinpath("words")
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8"))


def said(phrase: Phrase, language: Language, key: str = "") -> str:
    """The phrase in the speaker's language; English where it was written in English alone."""
    prefix = f"{key}_" if key else ""
    code = "cy" if language == Language.WELSH else "en"
    return str(phrase.get(prefix + code) or phrase[prefix + "en"])


def spoken_in(phrase: Phrase, language: Language) -> Language:
    """The language in which `said` gives this phrase."""
    return Language.WELSH if language == Language.WELSH and "cy" in phrase else Language.ENGLISH


def payable(template: Phrase) -> bool:
    """Whether an outcome's template gives both reasons why it can be paid by."""
    return "observable_en" in template


def one(rng: Random, file: str, part: str) -> Any:
    """One phrase of one part, drawn by the person's own chance."""
    return rng.choice(words(file)[part])


def some(rng: Random, file: str, part: str, count: int) -> list[Any]:
    """Several different phrases of one part."""
    return rng.sample(words(file)[part], count)
