"""Whether two rows of a list may tell of one person, by their names alone.

Stricter than what is asked when one person is registered: of thousands, a word in common and a
birthday in common are common.
"""

from functools import cache

from whatmatters.rules.names import PARTICLES, like_words, name_keys, name_words

PAIR = 2
_forms = cache(like_words)
_keys = cache(name_keys)


def may_be_one_name(one: str, other: str) -> bool:
    """Whether every word of the shorter name is alike to a word of the other.

    Alike as where somebody is registered: but for accents, doubled letters and mutations, or by
    the form in the other language. A name of one word is compared with such names alone.

    >>> may_be_one_name("Ifan Hughes", "Evan Huws"), may_be_one_name("Mair Rees", "Mair Elen Rees")
    (True, True)
    >>> may_be_one_name("Mair Rees", "Mair Jones"), may_be_one_name("Mair", "Mair Jones")
    (False, False)
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short or (len(short) < PAIR <= len(long)):
        return False
    return all(any(_alike(word, held) for held in long) for word in short)


def _words(name: str) -> list[str]:
    return [word for word in name_words(name) if word not in PARTICLES]


def _alike(word: str, held: str) -> bool:
    return any(not forms.isdisjoint(_keys(held)) for forms in _forms(word))
