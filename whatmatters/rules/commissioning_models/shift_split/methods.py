"""The NHS's part of a shift's cost by each of the three methods, as an exact share."""

from collections.abc import Mapping
from fractions import Fraction

from whatmatters.rules.commissioning_models.shift_split.evidence import Shift
from whatmatters.rules.commissioning_models.shift_split.terms import Method, Terms


def nhs_parts(shift: Shift, terms: Terms) -> Mapping[Method, Fraction | None]:
    """All three side by side, so that both funders see what the others would bring (R-NX-08).

    None where a method has no answer: no share was agreed for it.
    """
    agreed = terms.nhs_share
    if not shift.contact:
        return {Method.CONTACT: agreed, Method.MARGINAL: agreed, Method.FIXED: agreed}
    contact = Fraction(shift.health, shift.contact)
    own_travel = shift.travel * contact
    marginal = (shift.health + own_travel) / shift.paid
    return {Method.CONTACT: contact, Method.MARGINAL: marginal, Method.FIXED: agreed}


def nhs_part(shift: Shift, terms: Terms) -> Fraction:
    """The NHS's share by the method in force. ValueError where none was agreed."""
    part = nhs_parts(shift, terms)[terms.method]
    if part is None:
        raise ValueError("no share was agreed: check_evidence was not asked")
    return part
