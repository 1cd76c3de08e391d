"""Many shifts divided by each of the three methods, and how far each leans (R-NX-08)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from whatmatters.rules.commissioning_models.shift_split.evidence import Shift
from whatmatters.rules.commissioning_models.shift_split.methods import nhs_parts
from whatmatters.rules.commissioning_models.shift_split.statement import shift_cost
from whatmatters.rules.commissioning_models.shift_split.terms import Agreement, Method, Terms
from whatmatters.rules.money import half_up, share_out


@dataclass(frozen=True, slots=True)
class Divided:
    """Whole pence of each funder. What both pay together is the same by every method."""

    social: int
    nhs: int

    @property
    def cost(self) -> int:
        """What the shifts cost."""
        return self.social + self.nhs


def divided(shift: Shift, terms: Terms) -> Mapping[Method, Divided | None]:
    """One shift by each method, rounded as it is paid; None where no share was agreed for it."""
    cost = half_up(shift_cost(shift, terms))
    return {method: _shared(cost, part) for method, part in nhs_parts(shift, terms).items()}


def as_paid(agreement: Agreement, shifts: Iterable[Shift]) -> Divided | None:
    """Shifts by the method that is in force on the day of each."""
    terms = ((one, agreement.terms_on(one.on)) for one in shifts)
    return _added(divided(one, held)[held.method] for one, held in terms)


def by_every_method(
    agreement: Agreement, shifts: Iterable[Shift]
) -> Mapping[Method, Divided | None]:
    """All shifts by each method, so that both funders see what the others would bring."""
    told = [divided(one, agreement.terms_on(one.on)) for one in shifts]
    return {method: _added(one[method] for one in told) for method in Method}


def leaned(shift: Shift, share: Fraction) -> Shift:
    """The same shift with a share of its contact minutes counted as the other kind: above 0 social
    care as health, below 0 health as social care, and never more than there are."""
    wanted = half_up(abs(share) * shift.contact)
    moved = min(wanted, shift.social) if share > 0 else -min(wanted, shift.health)
    return replace(shift, social=shift.social - moved, health=shift.health + moved)


def _shared(cost: int, part: Fraction | None) -> Divided | None:
    return None if part is None else Divided(*share_out(cost, (1 - part, part)))


def _added(parts: Iterable[Divided | None]) -> Divided | None:
    social = nhs = 0
    for part in parts:
        if part is None:
            return None
        social, nhs = social + part.social, nhs + part.nhs
    return Divided(social, nhs)
