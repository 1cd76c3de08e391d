"""How a person may be written to. What is not known to be safe is not used."""

from dataclasses import dataclass
from enum import StrEnum

from whatmatters.rules.names import folded
from whatmatters.rules.people import Language


class Channel(StrEnum):
    """How news reaches a person: on paper, by e-mail, or only by somebody who tells her."""

    POST = "post"
    EMAIL = "email"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Contact:
    """What is safe, as the person (or who decides for her) last said it.

    `unsafe`: addresses never to be used; `avoided`: words that may stand on no envelope, in no
    subject and in no letter, such as the council's name. `statements`: she wants to be told when
    her support has been paid for. `hours`: when she may be rung up, in her words.
    """

    channel: Channel
    address: str = ""
    email: str = ""
    unsafe: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    hours: str = ""
    language: Language = Language.ENGLISH
    large_print: bool = False
    statements: bool = False


def one_line(text: str) -> str:
    """An address or some words as they are compared: no accents, capitals, commas or breaks.

    >>> one_line("14 Stryd Fawr,\\nBangor LL57  1AB")
    '14 stryd fawr bangor ll57 1ab'
    """
    return " ".join(folded(text).replace(",", " ").split())


def holds_avoided(text: str, avoided: tuple[str, ...]) -> bool:
    """Whether a text holds any of the words that must not be used, however they are written."""
    told = _run_together(text)
    return any(word and word in told for word in map(_run_together, avoided))


def is_unsafe(address: str, unsafe: tuple[str, ...]) -> bool:
    """Whether an address (a street or an e-mail address) is or holds one that must not be used."""
    told = _run_together(address)
    return any(bad and bad in told for bad in map(_run_together, unsafe))


def _run_together(text: str) -> str:
    # An e-mail address writes “Gwynedd Council” as gwynedd-council or gwynedd.council.
    return "".join(sign for sign in one_line(text) if sign.isalnum())
