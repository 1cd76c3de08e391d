"""The terms of a contract as they may be asked for: what is usual, and what stands on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from whatmatters.commissioning.queries import ContractFacts
from whatmatters.commissioning.queries.contract_page import TermsFacts
from whatmatters.commissioning.web.tried import Explained, explained
from whatmatters.policy.queries import defaults

Asked = list[tuple[Explained, object]]


def asked_of(one: ContractFacts, version: TermsFacts) -> Asked:
    """Each term of its way of paying with its value in a version; a list is no question."""
    usual = defaults(one.model)
    return [(term, version.terms.get(term.key, usual[term.key])) for term in questions(one.model)]


def questions(model: str) -> list[Explained]:
    """What may be asked of a way of paying."""
    usual = defaults(model)
    may = (one for one in explained(model) if one.key in usual)
    return [one for one in may if not isinstance(usual[one.key], list | dict)]


def numbered(versions: Sequence[TermsFacts], number: str) -> TermsFacts:
    """The version that a page was opened with; the newest, which comes first, where none is it."""
    return next((one for one in versions if str(one.version) == number), versions[0])


def on_day(versions: Sequence[TermsFacts], on: date) -> TermsFacts:
    """The version in force on a day, of the newest first; before all of them the first."""
    return next((one for one in versions if one.starts <= on), versions[-1])


def kept_terms(
    one: ContractFacts, version: TermsFacts, given: Mapping[str, object]
) -> dict[str, object]:
    """A version with what was answered; an answer that is usual needs no saying."""
    usual, held = defaults(one.model), version.terms
    said = {key: value for key, value in given.items() if key in held or value != usual[key]}
    return {**held, **said}
