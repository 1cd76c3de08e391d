"""What the demonstration knows while it lives: who is who, by id, and what has been seen."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from whatmatters.access.queries import Actor
from whatmatters.demo.agenda import Agenda
from whatmatters.demo.calendar import DemoCalendar
from whatmatters.demo.phrases import Phrase
from whatmatters.demo.plot import PersonPlot
from whatmatters.rules.people import Language


@dataclass(slots=True)
class Provider:
    """An invented provider: its organisation, its contracts, who speaks for it and who visits."""

    organisation_id: int
    code: str
    manager: Actor
    team: tuple[Actor, ...]
    contract_id: int = 0
    legacy_contract_id: int = 0
    bundle_contract_id: int = 0
    fund_contract_id: int = 0
    block_id: int = 0
    block_contract_id: int = 0
    block_patch: str = ""
    shifts_id: int = 0
    results_id: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A fund and its two agreed spends, by id."""

    fund_id: int
    taxi: int
    course: int


@dataclass(slots=True)
class Wish:
    """One outcome of one person and the words it was made from."""

    outcome_id: int
    template: Phrase
    retired: bool = False


@dataclass(slots=True)
class Somebody:
    """One invented person in the middle of her life."""

    plot: PersonPlot
    rng: Random
    person_id: int
    language: Language
    own: Actor
    worker: Actor
    patch_code: str
    kin: Actor | None = None
    decider: Actor | None = None
    provider: Provider | None = None
    referral_id: int = 0
    conversation_id: int = 0
    package_id: int = 0
    bundle_id: int = 0
    fund: Held | None = None
    route_id: int = 0
    direct_id: int = 0
    introduction_id: int = 0
    delivery_id: int = 0
    weekly_minutes: int = 0
    banked: int = 0
    plan_id: int = 0
    version_id: int = 0
    agreed_id: int = 0
    plan_ends: date | None = None
    plan_review: date | None = None
    rounds: int = 0
    replanning: bool = False
    in_block: bool = False
    plans: int = 0
    gone: bool = False
    stopped: bool = False
    wishes: list[Wish] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    ever_wished: list[Wish] = field(default_factory=list)
    judged_wishes: dict[int, list[Wish]] = field(default_factory=dict)
    family: tuple[tuple[str, str], ...] = ()

    @property
    def voice(self) -> Actor:
        """Who answers for her: she herself, or who decides for her."""
        return self.decider or self.own

    @property
    def here(self) -> bool:
        """Whether she lives here and has support."""
        return not (self.gone or self.stopped)

    def wish(self, new: list[Wish]) -> None:
        """Add outcomes that she wants."""
        self.wishes += new
        self.ever_wished += new

    def open_wishes(self) -> list[Wish]:
        """Her outcomes that she still wants."""
        return [w for w in self.wishes if not w.retired]


@dataclass(slots=True)
class World:
    """The place, its people and what is to come."""

    calendar: DemoCalendar
    council_id: int
    nation: str
    system: Actor
    broker: Actor
    commissioner: Actor
    finance: Actor
    finance_two: Actor
    social_workers: list[Actor]
    providers: dict[str, Provider]
    lead_of_patch: dict[str, Provider]
    people: dict[int, Somebody]
    staff: tuple[Actor, ...]
    usernames: dict[int, str]
    agenda: Agenda = field(default_factory=Agenda)
    funds: int = 0
    health_board_id: int = 0
    limits: dict[str, int] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def saw(self, kind: str, times: int = 1) -> None:
        """Count something that happened."""
        self.seen[kind] += times

    def somebody(self, number: int) -> Somebody:
        """The person of that number."""
        return self.people[number]
