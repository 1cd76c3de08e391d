"""Whether a row tells of somebody who is here already, as an officer writes it."""

import re

from whatmatters.exchange.queries.cells import as_id

NOBODY = "no"
NO = frozenset({"no", "n", "na", "nac ydy", "nobody", "neb"})
RECORD = re.compile(r"(?:record|cofnod)[\s#:]*(\d{1,15})", re.IGNORECASE)
SAID = "record "


def as_same(text: str) -> str:
    """NOBODY, `record` and a number, or the id of another row. Raises Wrong as an id does.

    >>> as_same("Neb"), as_same("Cofnod 57"), as_same("P-0001")
    ('no', 'record 57', 'P-0001')
    """
    plain = " ".join(text.split())
    if plain.casefold() in NO:
        return NOBODY
    found = RECORD.fullmatch(plain)
    return f"{SAID}{int(found[1])}" if found else as_id(text)


def record_number(said: str | None) -> int | None:
    """The number of the record that is named; None where none is."""
    return int(said.removeprefix(SAID)) if said and said.startswith(SAID) else None
