"""Names as somebody might type them: accents left out, a letter doubled or not, a Welsh first
letter mutated, a patronymic's particle left out."""

import unicodedata
from collections.abc import Iterable

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
# "Son of" and "daughter of": part of a name, and often left out of it.
PARTICLES = frozenset({"ap", "ab", "ferch", "verch", "merch"})
# Forms that one person may be called by, in either language. Common ones only: a missing pair costs
# a suggestion, and a false one costs a moment.
FORMS = (
    frozenset({"mair", "mary", "mari"}),
    frozenset({"sian", "jane", "sioned", "janet"}),
    frozenset({"sion", "john", "ifan", "evan", "ieuan", "ioan"}),
    frozenset({"dafydd", "david", "dewi", "dai"}),
    frozenset({"gwilym", "william", "wiliam", "wil", "bil"}),
    frozenset({"catrin", "catherine", "katherine", "cadi"}),
    frozenset({"marged", "margaret", "megan", "mererid"}),
    frozenset({"elen", "helen", "elin", "ellen"}),
    frozenset({"elisabeth", "elizabeth", "bethan", "beth", "betsan"}),
    frozenset({"ann", "anne", "anna", "nan"}),
    frozenset({"siarl", "charles"}),
    frozenset({"pedr", "peter"}),
    frozenset({"tomos", "thomas", "twm", "tom"}),
    frozenset({"iago", "james", "jac", "jack"}),
    frozenset({"steffan", "stephen", "steven"}),
    frozenset({"owain", "owen", "bowen"}),
    frozenset({"rhys", "rees", "reece", "rice", "prys", "price", "preece"}),
    frozenset({"huw", "hugh", "pugh", "puw"}),
    frozenset({"hughes", "huws"}),
    frozenset({"llwyd", "lloyd"}),
    frozenset({"parri", "parry", "harri", "harry", "henry"}),
    frozenset({"robert", "robat", "probert", "bob"}),
    frozenset({"richard", "rhisiart", "pritchard"}),
)
LONGEST_KEY = 40


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


def name_words(text: str) -> list[str]:
    """The words of a name, folded, without commas and full stops."""
    return folded(text).replace(",", " ").replace(".", " ").split()


def plain(word: str) -> str:
    """A folded word with every doubled letter once, at most LONGEST_KEY letters.

    >>> plain("llyr"), plain("ffion"), plain("phillips")
    ('lyr', 'fion', 'philips')
    """
    kept = [sign for sign, before in zip(word, " " + word, strict=False) if sign != before]
    return "".join(kept)[:LONGEST_KEY]


def name_keys(*names: str) -> frozenset[str]:
    """What somebody's names are found by: each word, and what it may be a mutation of.

    >>> sorted(name_keys("Gwyn ap Llŷr"))[:3]
    ['ap', 'cwyn', 'gap']
    """
    words = {word for name in names for word in name_words(name)}
    return frozenset(plain(form) for word in words for form in radicals(word))


def asked_keys(words: str) -> tuple[frozenset[str], ...]:
    """For each word asked for, the beginnings by which it may be found; a particle asks nothing.

    >>> [sorted(forms) for forms in asked_keys("ferch Fair")]
    [['bair', 'fair', 'gfair', 'mair']]
    """
    asked = name_words(words)
    said = [word for word in asked if word not in PARTICLES] or asked
    return tuple(frozenset(plain(form) for form in radicals(word)) for word in said)


def like_words(name: str) -> tuple[frozenset[str], ...]:
    """For each word of a name, the keys of what the same person may be called: another spelling,
    a mutation, or the form in the other language.

    >>> sorted(like_words("Siân")[0])
    ['gsian', 'jane', 'janet', 'sian', 'sioned']
    """
    found = []
    for word in name_words(name):
        if word in PARTICLES:
            continue
        others = {form for forms in FORMS if word in forms for form in forms}
        found.append(frozenset(map(plain, others | radicals(word))))
    return tuple(found)


def within(forms: Iterable[str], keys: frozenset[str]) -> bool:
    """Whether one of the forms is one of the keys."""
    return not keys.isdisjoint(forms)
