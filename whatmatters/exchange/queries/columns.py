"""What a column is: one declaration, from which files are read and templates are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries import cells
from whatmatters.exchange.queries.problems import Words, Wrong
from whatmatters.rules.file_kinds import FileKind
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong, WordsUnreadable
from whatmatters.rules.words import NAME_LENGTH, WORDS_LENGTH, name, words

Read = Callable[[str], object]

READABLE = _("words without hidden signs, at most {longest} characters")
ONE_OF = _("one of: {codes}")
MISSING = _("something: this column needs an answer in every row")


class Change(Enum):
    """What a later file may do to what an earlier one said."""

    MAY = _("A later file may change it.")
    ONCE = _("A later file may fill it in where it was empty; after that it is evidence.")
    NEVER = _("A later file may not change it: it is evidence.")
    FIRST = _("It is read when the row first comes in, and never afterwards.")
    ID = _("This is how a row is found again. It is never changed.")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `names`: the kind of file whose ids stand here (several, with `many`)."""

    name: str
    read: Read
    about: Words
    example: str
    needed: bool = True
    change: Change = Change.MAY
    names: FileKind | None = None
    many: bool = False
    instead: Words = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file. A row is found again by its first column.

    `together`: rows with the same id stand under one another and are one record.
    """

    code: FileKind
    title: Promise
    about: Promise
    columns: tuple[Column, ...]
    together: frozenset[str] = frozenset()

    @property
    def key(self) -> Column:
        """The column with the council's own id."""
        return self.columns[0]

    @property
    def needed(self) -> frozenset[str]:
        """Columns without which a file is not of this kind."""
        return frozenset(column.name for column in self.columns if column.needed)


def a_name(text: str) -> str:
    """A name on one line."""
    return _spoken(name, "name", text, NAME_LENGTH)


def own_words(text: str) -> str:
    """Words as they were said."""
    return _spoken(words, "words", text, WORDS_LENGTH)


def short(longest: int) -> Read:
    """Words of at most so many characters."""

    def read(text: str) -> str:
        return _spoken(lambda f, t: words(f, t, longest=longest), "words", text, longest)

    return read


def _spoken(check: Callable[[str, str], str], field: str, text: str, longest: int) -> str:
    try:
        return check(field, text)
    except (WordsMissing, WordsTooLong, WordsUnreadable) as refused:
        raise Wrong(format_lazy(READABLE, longest=longest)) from refused


def code(accepted: Mapping[str, str]) -> Read:
    """One of a list of codes; other words that mean the same are accepted."""

    def read(text: str) -> str:
        found = accepted.get(text.casefold().replace(" ", "_").replace("-", "_"))
        if found is None:
            raise Wrong(format_lazy(ONE_OF, codes=", ".join(dict.fromkeys(accepted.values()))))
        return found

    return read


def ids(text: str) -> tuple[str, ...]:
    """Several ids with ; or | between them."""
    found = [cells.as_id(part) for part in text.replace("|", ";").split(";") if part.strip()]
    return tuple(dict.fromkeys(found))


def canonical(value: object) -> str:
    """What a cell says, in one form however it was written."""
    if isinstance(value, tuple):
        return ";".join(map(str, value))
    return str(value)
