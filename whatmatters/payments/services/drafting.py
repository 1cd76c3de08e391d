"""The lines of a run: what is right now less what was posted, in the order of agreements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from whatmatters.payments.queries.posted import posted
from whatmatters.payments.services.assessing import Right, lines_of, right_now
from whatmatters.payments.services.bundles import unrecorded
from whatmatters.payments.services.frozen import Frozen, Gathered
from whatmatters.payments.services.left_behind import LeftBehind
from whatmatters.rules.commissioning import Line
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.corrections import Corrected, differences
from whatmatters.rules.hash_chain import canonical
from whatmatters.rules.lifecycles import LeftOutPart
from whatmatters.rules.periods import Period
from whatmatters.rules.refusals import Refusal

PENALTIES = frozenset({outcome_payments.PENALTY, outcome_payments.DISSATISFACTION})
AT_JUDGEMENT = PENALTIES | {outcome_payments.RETENTION_RELEASED}
CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Drafted:
    """One line of a run before it is written; `inputs` is canonical JSON text."""

    key: Corrected
    payer_id: int
    payee_id: int
    pence: int
    reason: str
    inputs: str
    held: bool
    repayable: bool


Posted = dict[Corrected, dict[tuple[str, str], int]]


class Draft:
    """The lines of a run, and, once they are read, what could not be assessed (`left`)."""

    def __init__(self, gathered: Gathered, anchor: date) -> None:
        self.gathered = gathered
        self.anchor = anchor
        self.left: list[LeftBehind] = []

    def lines(self) -> Iterator[Drafted]:
        """Every line, agreement by agreement; the ledger is read for those with late facts only."""
        rows = self.gathered.agreements
        for start in range(0, len(rows), CHUNK):
            chunk = rows[start : start + CHUNK]
            late = [] if self.gathered.first_run else [one.facts.id for one in chunk if one.late]
            before = _by_agreement(late)
            for frozen in chunk:
                yield from self._agreement(frozen, before.get(frozen.facts.id, {}))

    def _agreement(self, frozen: Frozen, before: Posted) -> Sequence[Drafted]:
        """The lines of one, or none where it cannot be assessed: the others are paid."""
        start = self.gathered.period.start
        try:
            if not frozen.late:
                self._wait(frozen, unrecorded(frozen, (self.gathered.period,)))
                return list(_this_period(frozen, self.gathered.period))
            right = right_now(frozen, self.gathered.period, self.anchor)
        except Refusal as refusal:
            self.left.append(LeftBehind(frozen.facts.id, LeftOutPart.AGREEMENT, refusal))
            return []
        if right.unjudged is not None:
            before = {key: sums for key, sums in before.items() if key.rule not in AT_JUDGEMENT}
            self.left.append(LeftBehind(frozen.facts.id, LeftOutPart.JUDGEMENT, right.unjudged))
        self._wait(frozen, right.unrecorded)
        return list(_late(right, start, before))

    def _wait(self, frozen: Frozen, why: Refusal | None) -> None:
        """A bundle's review without a recorded day waits; what is paid on account does not."""
        if why is not None:
            self.left.append(LeftBehind(frozen.facts.id, LeftOutPart.REVIEW, why))


def _by_agreement(ids: list[int]) -> dict[int, Posted]:
    found: dict[int, Posted] = {}
    for key, sums in posted(ids).items():
        found.setdefault(key.agreement, {})[key] = sums
    return found


def _this_period(frozen: Frozen, period: Period) -> Iterator[Drafted]:
    """Most agreements of most runs: nothing was posted for this period, so nothing differs."""
    for line in lines_of(frozen, period):
        key = Corrected(frozen.facts.id, period.start, line.rule, line.subject)
        yield _drafted(key, line, False)


def _late(right: Right, start: date, before: Posted) -> Iterator[Drafted]:
    again: dict[Corrected, list[Line]] = {}
    for key, lines in sorted(right.lines.items()):
        if key in before or (key.period_corrected < start and key.rule not in AT_JUDGEMENT):
            again[key] = lines
        else:
            yield from (_drafted(key, line, right.repaid) for line in lines)
    for key, changed in differences(before, again).items():
        yield from (_drafted(key, line, right.repaid) for line in changed)
    for key, lines in right.held.items():
        yield from (_drafted(key, line, right.repaid, held=True) for line in lines)


def _drafted(key: Corrected, line: Line, repaid: bool, *, held: bool = False) -> Drafted:
    return Drafted(
        key=key,
        payer_id=organisation_id(line.payer),
        payee_id=organisation_id(line.payee),
        pence=line.pence,
        reason=line.reason,
        inputs=canonical(line.inputs).decode(),
        held=held,
        repayable=repaid and line.rule in PENALTIES,
    )


def organisation_id(party: str) -> int:
    """The id in "org:12"."""
    return int(party.rpartition(":")[2])
