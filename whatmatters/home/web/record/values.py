"""The parts of the record's page, as its templates take them."""

from collections.abc import Mapping
from dataclasses import dataclass

from whatmatters.outcomes.web.judgements.voices import GoingShown
from whatmatters.outcomes.web.plans.acts import Act
from whatmatters.outcomes.web.plans.bands import BandShown
from whatmatters.people.web.help_shown import HelpShown


@dataclass(frozen=True, slots=True)
class WordsShown:
    """Somebody's words and whose they are; `put_right`: where this reader may correct them."""

    words: str
    by: str
    name: str
    kind: str
    lang: str
    translation: str = ""
    translation_lang: str = ""
    put_right: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What is due, and the one main action of the page (or none)."""

    strong: str
    rest: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """One list of the one-page profile."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhoShown:
    """Who I am; `put_right`: that something of it was corrected, and where that is told."""

    by: str
    parts: tuple[ProfilePart, ...]
    put_right: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class MattersShown:
    """What matters: words of the newest conversations, and strengths."""

    by: str
    strengths: str
    strengths_lang: str
    words: tuple[WordsShown, ...]
    earlier: tuple[WordsShown, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """One outcome with its test, by when, how it goes and in whose words."""

    statement: str
    lang: str
    flags: tuple[tuple[str, str], ...]
    test: str
    by_when: str
    progress: tuple[WordsShown, ...]
    set_by: str
    why_payable: tuple[str, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class OutcomesShown:
    """Outcomes under way, and those that are over."""

    by: str
    outcomes: tuple[OutcomeShown, ...]
    earlier: tuple[OutcomeShown, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The plan: who does what; the price only where it may be seen."""

    by: str
    bands: tuple[BandShown, ...]
    price: str
    url: str


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """One thing that happened."""

    when: str
    strong: str
    words: str
    lang: str
    by: str
    is_key: bool


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One figure about money."""

    what: str
    figure: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The page. A section that the reader may not see is None; an empty one says what it is for."""

    base: str
    is_own: bool
    name: str
    heading: str
    leads: tuple[str, ...]
    due: Due | None
    nav: tuple[tuple[str, str], ...]
    titles: dict[str, str]
    acts: Mapping[str, tuple[Act, ...]]
    who: WhoShown | None
    matters: MattersShown | None
    outcomes: OutcomesShown | None
    plan: PlanShown | None
    help: tuple[HelpShown, ...]
    help_url: str
    visits_url: str
    timeline: tuple[TimelineShown, ...] | None
    pages: Mapping[str, Mapping[str, str]]
    going: tuple[GoingShown, ...] | None
    going_pages: Mapping[str, Mapping[str, str]]
    money: tuple[MoneyRow, ...] | None
    trust: tuple[tuple[str, str], ...]
    plan_acts: tuple[Act, ...]
    happening_acts: tuple[Act, ...]
    family_acts: tuple[Act, ...]
    figures_url: str
    control_url: str
    spent_url: str
    charges_url: str
    fund_url: str
    direct_url: str
    episodes_url: str
    switch_url: str
