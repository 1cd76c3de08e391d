"""Names as somebody might type them: accents left out, a Welsh first letter mutated."""

import unicodedata
from collections.abc import Sequence

# Initial mutations, mutated form -> radicals: soft, nasal and aspirate.
MUTATED = {
    "b": ("p",),
    "d": ("t",),
    "g": ("c",),
    "f": ("b", "m"),
    "dd": ("d",),
    "l": ("ll",),
    "r": ("rh",),
    "mh": ("p",),
    "nh": ("t",),
    "ngh": ("c",),
    "m": ("b",),
    "n": ("d",),
    "ng": ("g",),
    "ph": ("p",),
    "th": ("t",),
    "ch": ("c",),
}


def folded(text: str) -> str:
    """A name without its accents, apostrophes and capitals.

    >>> folded("Siân O'Neill"), folded("Gŵyn")
    ('sian oneill', 'gwyn')
    """
    split = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in split if not unicodedata.combining(sign) and sign not in "'’`")
    return "".join(kept).replace("-", " ")


def radicals(word: str) -> frozenset[str]:
    """The word itself and what it may be a mutation of; soft mutation drops a g.

    >>> sorted(radicals("fair"))
    ['bair', 'fair', 'gfair', 'mair']
    """
    found = {word, f"g{word}"}
    for mutated, firsts in MUTATED.items():
        if word.startswith(mutated):
            found |= {first + word[len(mutated) :] for first in firsts}
    return frozenset(found)


def sounds_like(asked: Sequence[str], name: str) -> bool:
    """Whether every word asked for (folded) begins some word of the name."""
    parts = folded(name).split()
    return all(
        any(part.startswith(form) for part in parts for form in radicals(word)) for word in asked
    )
