"""Bank details as a reader may see them: hidden but for the end, unless she changes them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.payments.queries.banking import BankFacts, changed_for, in_use
from whatmatters.rules.bank_details import NumberFrom, dashed, masked
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class ShownBank:
    """One asking, in words. `state`: "waits", "confirmed" or "aside"."""

    proposal_id: int
    organisation_id: int
    organisation: str
    sort_code: str
    number: str
    name: str
    service_user: str
    asked_by: str
    asked_by_id: int
    asked_at: datetime
    called_on: date
    rung: str
    telephone: str
    on_record: bool
    found: str
    state: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class BankOfRun:
    """What a run's page points out: details that changed, and who has none."""

    changed: tuple[ShownBank, ...]
    missing: tuple[str, ...]


def shown_banks(actor: Actor, facts: Collection[BankFacts]) -> tuple[ShownBank, ...]:
    """The same askings for this reader, in their order (two queries)."""
    whole = may_in_council(actor, Action.CHANGE_BANK_DETAILS)
    users = user_names(
        who for one in facts for who in (one.asked_by_id, one.answered_by_id) if who is not None
    )
    names = organisation_names(one.organisation_id for one in facts)
    return tuple(_shown(one, whole, users, names) for one in facts)


def bank_of_run(actor: Actor, run_id: int, payees: Collection[int]) -> BankOfRun:
    """Whose details changed since the released run before, and who of the payees has none."""
    council_id = actor.council_id
    changed = changed_for(run_id, council_id, payees)
    missing = set(payees) - set(in_use(council_id, payees))
    names = organisation_names(missing)
    return BankOfRun(shown_banks(actor, tuple(changed.values())), tuple(sorted(names.values())))


def _shown(one: BankFacts, whole: bool, users: dict[int, str], names: dict[int, str]) -> ShownBank:
    account = one.account
    states = {None: "waits", True: "confirmed", False: "aside"}
    return ShownBank(
        proposal_id=one.proposal_id,
        organisation_id=one.organisation_id,
        organisation=names.get(one.organisation_id, ""),
        sort_code=dashed(account.sort_code) if whole else "••-••-••",
        number=account.number if whole else masked(account.number),
        name=account.name,
        service_user=account.service_user if whole else "",
        asked_by=users.get(one.asked_by_id, ""),
        asked_by_id=one.asked_by_id,
        asked_at=one.asked_at,
        called_on=one.called_on,
        rung=one.rung if whole else "",
        telephone=one.telephone if whole else "",
        on_record=one.number_from is NumberFrom.ON_RECORD,
        found=one.found if whole else "",
        state=states[one.confirmed],
        answered_by=users.get(one.answered_by_id or 0, ""),
        answered_at=one.answered_at,
    )
