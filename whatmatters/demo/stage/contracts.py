"""Invented providers' contracts: for plans, old packages, bundles, funds and more."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from whatmatters.access.queries import Actor
from whatmatters.blocks.queries import block_facts
from whatmatters.commissioning import services as commissioning
from whatmatters.demo.names_cast import InventedProvider
from whatmatters.demo.stage.blocks import agree_block
from whatmatters.demo.stage.crew import Crew
from whatmatters.demo.stage.results import agree_results
from whatmatters.demo.stage.shifts import agree_shifts
from whatmatters.demo.stage.signed import Signed
from whatmatters.demo.world import Provider
from whatmatters.payments import services as payments
from whatmatters.rules.outcomes import Band
from whatmatters.rules.roles import OrganisationKind, Role

RATES = ((Band.STANDARD, Decimal("27.40")), (Band.SPECIALIST, Decimal("33.85")))
UPLIFT = Decimal("1.03")
SOURCE = "Invented for the demonstration"
# What three weeks of short-term support cost, and what each end earns at the follow-up.
SHORT_TERM: Mapping[str, object] = {
    "price": Decimal(1050),
    "quality_element": Decimal(150),
    "quality_table": {
        "independent": Decimal(1),
        "smaller": Decimal("0.5"),
        "same": Decimal("0.25"),
    },
}
# The council's periods did not begin with the demonstration: its last one ends a few days before
# the last day, and waits for whoever looks at it to be released.
ANCHORED_BEFORE = timedelta(weeks=3)


def set_money(
    *,
    system: Actor,
    signed: Signed,
    crew: Crew,
    providers: tuple[InventedProvider, ...],
    patch_ids: Mapping[str, int],
) -> dict[str, Provider]:
    """The calendar, and for each home-care provider its contracts and the patches it leads."""
    payments.set_calendar(by=system, at=signed.at, anchor=signed.starts - ANCHORED_BEFORE)
    found = {}
    for number, provider in enumerate(providers, start=1):
        if provider.kind == OrganisationKind.PROVIDER:
            found[provider.code] = _provider(signed, crew, provider, patch_ids, number)
    _scheme(signed, crew, providers)
    _short_term(signed, found)
    _platform(signed, found)
    for held in list(found.values())[1:2]:
        held.shifts_id = agree_shifts(signed, held.organisation_id)
    for held in list(found.values())[2:3]:
        held.results_id = agree_results(signed, held.organisation_id)
    first = next((p for p in providers if p.code in found and p.patch_codes), None)
    if first is not None:
        held = found[first.code]
        held.block_patch = first.patch_codes[0]
        patch_id = patch_ids[held.block_patch]
        held.block_id = agree_block(signed, held.organisation_id, patch_id)
        (block,) = block_facts(signed.by.council_id, ids=[held.block_id])
        held.block_contract_id = block.contract_id
    return found


def _scheme(signed: Signed, crew: Crew, providers: tuple[InventedProvider, ...]) -> None:
    """A third-sector body runs direct payments for the council."""
    for provider in providers:
        if provider.kind == OrganisationKind.THIRD_SECTOR:
            _contract(signed, crew.organisation_of[provider.code], "direct_payment", "DP-01", 1)
            return


def _platform(signed: Signed, found: Mapping[str, Provider]) -> None:
    """The last home-care provider also brings people and workers together."""
    for held in list(found.values())[-1:]:
        _contract(signed, held.organisation_id, "introductory_agency", "IA-01", 1)


def _short_term(signed: Signed, found: Mapping[str, Provider]) -> None:
    """The first home-care provider has weeks of short-term support too."""
    for held in found.values():
        _contract(signed, held.organisation_id, "short_term", "ST-01", 1)
        return


def _provider(
    signed: Signed,
    crew: Crew,
    provider: InventedProvider,
    patch_ids: Mapping[str, int],
    number: int,
) -> Provider:
    organisation = crew.organisation_of[provider.code]
    plans = _contract(signed, organisation, "outcome_payments", f"OP-{number:02d}", number)
    legacy = _contract(signed, organisation, "time_and_task", f"TT-{number:02d}", number)
    bundles = _contract(signed, organisation, "bundled_hours", f"BH-{number:02d}", number)
    funds = _contract(signed, organisation, "individual_service_fund", f"SF-{number:02d}", number)
    for code in provider.patch_codes:
        commissioning.lead_patch(
            by=signed.by,
            at=signed.at,
            patch_id=patch_ids[code],
            contract_id=plans,
            starts=signed.starts,
        )
    managers = crew.with_role(Role.PROVIDER_MANAGER, organisation)
    members = crew.with_role(Role.TEAM_MEMBER, organisation)
    carers = crew.with_role(Role.CARE_WORKER, organisation)
    team = (*members[:1], *carers[:1])
    return Provider(organisation, provider.code, managers[0], team, plans, legacy, bundles, funds)


def _contract(signed: Signed, organisation: int, model: str, reference: str, number: int) -> int:
    """Every third provider's contract keeps back a twentieth until the judgement.

    Of every fourth contract for plans the health board pays a fifth (R-GW-03).
    """
    council, health = signed.payers
    joint = model == "outcome_payments" and number % 4 == 0
    outcome = model == "outcome_payments"
    kept: Mapping[str, object] = {"collect": "retention", "retention_share": Decimal("0.05")}
    kept = SHORT_TERM if model == "short_term" else kept if outcome and number % 3 == 0 else {}
    return commissioning.open_contract(
        by=signed.by,
        at=signed.at,
        provider_id=organisation,
        model=model,
        reference=reference,
        patch_id=None,
        starts=signed.starts,
        ends=None,
        terms=kept,
        rates=[_rate(signed, band, pounds, number) for band, pounds in RATES] if outcome else [],
        funders=[
            commissioning.FunderGiven(council, 4 if joint else 1, 5 if joint else 1),
            *([commissioning.FunderGiven(health, 1, 5)] if joint else []),
        ],
    )


def _rate(signed: Signed, band: Band, pounds: Decimal, number: int) -> commissioning.RateGiven:
    agreed = pounds * UPLIFT if number % 2 == 0 else pounds
    agreed = agreed.quantize(Decimal("0.01"))
    return commissioning.RateGiven(band, agreed, signed.starts, None, SOURCE)
