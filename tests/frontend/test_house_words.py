"""What a form refuses, it refuses in our words, in both languages."""

from uuid import uuid4

import pytest
from django.utils.translation import override

from whatmatters.frontend.forms import OneOf, PageForm, WordsField


class Asking(PageForm):
    """A choice and words."""

    which = OneOf([("a", "A")], label="Which?")
    words = WordsField(label="Words")


def errors(language: str, **data: str) -> dict[str, list[str]]:
    with override(language):
        form = Asking({"form_token": str(uuid4()), **data})
        return {name: [str(e) for e in found] for name, found in form.errors.items()}


def test_a_choice_that_was_never_offered() -> None:
    told = errors("en-gb", which="zzz", words="A.")
    assert told == {"which": ["Choose one of the answers that are offered"]}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-gb", "Write at most 5000 characters: this has 5001"),
        ("cy", "Ysgrifennwch hyd at 5000 o nodau: mae 5001 yma"),
    ],
)
def test_words_have_a_limit_and_say_so(language: str, words: str) -> None:
    assert errors(language, which="a", words="a" * 5000) == {}
    assert errors(language, which="a", words="a" * 5001) == {"words": [words]}
