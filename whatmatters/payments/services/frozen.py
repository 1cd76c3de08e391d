"""The evidence of one agreement, frozen, and of a whole run."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from whatmatters.blocks.queries import BlockSeen
from whatmatters.commissioning.queries import AgreementFacts, TermsChange
from whatmatters.delivery.queries import BundleFacts, VisitFacts
from whatmatters.direct_payments.queries import BoughtSeen, DirectSeen
from whatmatters.episodes.queries import EpisodeSeen
from whatmatters.funds.queries import FundSeen
from whatmatters.outcomes.queries.judgement_facts import JudgementFacts
from whatmatters.results.queries import ResultSeen
from whatmatters.rules.commissioning_models.shift_split import Shift
from whatmatters.rules.lifecycles import PenaltyState
from whatmatters.rules.periods import Period


@dataclass(frozen=True, slots=True)
class Frozen:
    """One agreement with its evidence. `late`: its earlier periods are looked at again.

    `contests` are by finding; `unhappy` is the contest of what her dissatisfaction costs.
    `awaited`: its pay is over and its judgement is still to come, so what is held back stays held.
    `changes`: other versions of its contract's terms that it has come under while it ran.
    `bundle`: minutes and bank of a bundle whose review is due, or that is looked at again.
    `block`: the year of a patch's block, and its open book once it was taken.
    `fund`: the year of a person's fund, and the balance at which its account was closed.
    `direct`: the looks at the account of a direct payment.
    `episode`: what became of a short-term episode.
    `shifts`: those of the period, or of all its days where it is looked at again.
    `results`: counts of a population that were agreed to.
    `bought`: hours with a worker whom a platform found, of the days that `shifts` would have.
    """

    facts: AgreementFacts
    late: bool
    ended_on: date | None
    judgement: JudgementFacts | None
    visits: tuple[VisitFacts, ...]
    contests: Mapping[int, PenaltyState]
    unhappy: PenaltyState | None = None
    awaited: bool = False
    changes: tuple[TermsChange, ...] = ()
    bundle: BundleFacts | None = None
    block: BlockSeen | None = None
    fund: FundSeen | None = None
    direct: DirectSeen | None = None
    episode: EpisodeSeen | None = None
    shifts: tuple[Shift, ...] = ()
    results: tuple[ResultSeen, ...] = ()
    bought: tuple[BoughtSeen, ...] = ()

    def told(self) -> str:
        """Everything that may change between a proposal and its release, as text."""
        told = f"{self.facts.id}|{self.late}|{self.ended_on}|{self.awaited}"
        told += "".join(f"|{change.on}:{change.after.id}" for change in self.changes)
        one = (self.bundle, self.block, self.fund, self.direct, self.episode)
        many = (self.shifts or None, self.results or None, self.bought or None)
        told += "".join(f"|{seen!r}" for seen in (*one, *many) if seen is not None)
        if self.judgement is None and not self.visits:
            return told
        contests = f"{sorted(self.contests.items())!r}|{self.unhappy}"
        return f"{told}|{self.judgement!r}|{self.visits!r}|{contests}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The evidence of a whole run, and the hash that names it."""

    period: Period
    first_run: bool
    agreements: tuple[Frozen, ...]
    facts_hash: str
