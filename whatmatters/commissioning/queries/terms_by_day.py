"""The versions of contracts' terms, and which of them a signed agreement comes under (issue 2).

An agreement keeps what was agreed once, and every term that is its own. In the rest it follows its
contract: another version's terms hold for it from that version's first day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast

from whatmatters.commissioning.models import ContractTerms
from whatmatters.commissioning.queries.agreements import AgreementFacts
from whatmatters.policy.queries import with_defaults
from whatmatters.rules.later_terms import agreed_once, follow
from whatmatters.rules.stored_terms import from_json, to_json

REMEMBERED = 512
Versions = Mapping[int, Sequence["TermsVersion"]]


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """One version of a contract's terms, as stored (JSON), and when it was written."""

    id: int
    contract_id: int
    starts: date
    terms_text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TermsChange:
    """From `on`, an agreement signed under `before` comes under `after`."""

    on: date
    before: TermsVersion
    after: TermsVersion


def terms_versions(council_id: int) -> Versions:
    """Every version of each contract of a council, in the order of their days, in one query.

    Of several from one day the last holds."""
    rows = ContractTerms.objects.of(council_id).order_by("contract_id", "starts", "version")
    told = rows.annotate(text=Cast("terms", TextField()))
    found: dict[int, list[TermsVersion]] = {}
    for row in told.values_list("id", "contract_id", "starts", "text", "at"):
        found.setdefault(row[1], []).append(TermsVersion(*row))
    return found


def changes_of(facts: AgreementFacts, versions: Versions, until: date) -> tuple[TermsChange, ...]:
    """The versions that an agreement has come under by a day, after the one it was signed under.

    A version written later, and dated back to or before its first day, holds from its first day.
    """
    known = versions.get(facts.contract_id, ())
    if len(known) < 2:
        return ()
    signed = next(version for version in known if version.id == facts.contract_terms_id)
    held = {version.starts: version for version in known}.values()
    first = [version for version in held if version.starts <= facts.starts][-1]
    last = until if facts.ends is None else min(until, facts.ends)
    later = [version for version in held if facts.starts < version.starts <= last]
    if first.id != signed.id:
        later.insert(0, first)
    return tuple(TermsChange(max(v.starts, facts.starts), signed, v) for v in later)


@lru_cache(REMEMBERED)
def changed_terms(model: str, frozen_text: str, before_text: str, after_text: str) -> str:
    """An agreement's whole terms, as text, once its contract's have changed."""
    frozen, after = from_json(frozen_text), with_defaults(model, from_json(after_text))
    changed = follow(
        frozen,
        before=with_defaults(model, from_json(before_text)),
        after=after,
        once=agreed_once(model, {*frozen, *after}),
    )
    return to_json(changed)
