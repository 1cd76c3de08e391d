"""What a run could not assess: named, left for the next run, and no reason to pay nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whatmatters.rules.hash_chain import canonical
from whatmatters.rules.lifecycles import LeftOutPart
from whatmatters.rules.refusals import Refusal

COLUMNS = ("council_id", "run_id", "agreement_id", "part", "code", "told")


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """One agreement, which part of it, and the refusal that kept it out."""

    agreement_id: int
    part: LeftOutPart
    refusal: Refusal

    @property
    def told(self) -> str:
        """The refusal's figures as canonical JSON text."""
        return canonical({key: str(value) for key, value in self.refusal.params.items()}).decode()


def rows(council_id: int, run_id: int, found: Iterable[LeftBehind]) -> Iterator[tuple[object, ...]]:
    """The rows to keep with a run, in the order of `COLUMNS`."""
    for one in found:
        yield council_id, run_id, one.agreement_id, str(one.part), one.refusal.code, one.told
