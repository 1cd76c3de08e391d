"""The page of a draft, as its templates take it."""

from dataclasses import dataclass

from whatmatters.outcomes.web.plans.bands import LineShown
from whatmatters.outcomes.web.plans.page import OutcomeLine
from whatmatters.outcomes.web.plans.voices import VoiceShown
from whatmatters.outcomes.web.writing.parts import ADD, LINE, REMOVE, Part
from whatmatters.people.web.help_shown import HelpShown


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line with the outcomes that it serves; the part that is open on it, or None."""

    position: int
    shown: LineShown
    serves: tuple[str, ...]
    part: Part | None

    @property
    def key(self) -> str:
        """The line's part of the address, to change it."""
        return f"{LINE}-{self.position}"

    @property
    def remove_key(self) -> str:
        """The line's part of the address, to take it out."""
        return f"{REMOVE}-{self.position}"


@dataclass(frozen=True, slots=True)
class BandRow:
    """The lines of one kind of doer; `part` where a line is being added to them.

    Beside lines of family stands what they offer, and where the lines count on more.
    """

    code: str
    title: str
    hint: str
    lines: tuple[LineRow, ...]
    part: Part | None
    help: tuple[HelpShown, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The band's part of the address, to add a line."""
        return f"{ADD}-{self.code}"


@dataclass(frozen=True, slots=True)
class WritePage:
    """The whole plan, with the one part that is open. `closed`: why nothing can be written."""

    base: str
    version_id: int
    title: str
    back: str
    record_url: str
    plan_url: str
    closed: str
    lead: str
    review: str
    asked_for: tuple[VoiceShown, ...]
    outcomes: tuple[OutcomeLine, ...]
    bands: tuple[BandRow, ...]
    rates: str
    sum: str
    price: str
    days: str
    gaps: tuple[str, ...]
    missing: tuple[str, ...]
    part: Part | None
