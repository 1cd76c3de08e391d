"""Files about providers, who works for them, contracts and rates."""

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries import cells
from whatmatters.exchange.queries.columns import Change, Column, Kind, a_name, code, short
from whatmatters.rules.file_kinds import FileKind

BODIES = {
    "provider": "provider",
    "darparwr": "provider",
    "third_sector": "third_sector",
    "trydydd_sector": "third_sector",
    "health_board": "health_board",
    "bwrdd_iechyd": "health_board",
    "housing": "housing",
    "tai": "housing",
}
MODELS = {"time_and_task": "time_and_task", "outcome_payments": "outcome_payments"}
BANDS = {"standard": "standard", "specialist": "specialist"}
NEW_CONTRACT = _("What a contract says is evidence. Add a new contract with its own id.")
NEW_RATE = _("A rate is evidence of what was paid. Add a new row from the day it changes.")
NOT_MOVED = _("Whose worker somebody is does not change. Add a new row with its own id.")

PROVIDERS = Kind(
    FileKind.PROVIDERS,
    _("Providers and other bodies"),
    _("One row for each body that the council works with."),
    (
        Column("provider_id", cells.as_id, _("Your own id for the body."), "PR-01",
               change=Change.ID),
        Column("name", a_name, _("Its name in English."), "Gofal Afon"),
        Column("name_cy", a_name, _("Its name in Welsh, where it has another."), "", needed=False),
        Column("kind", code(BODIES), _("provider, third_sector, health_board or housing."),
               "provider", change=Change.NEVER,
               instead=_("What a body is decides what it may do.")),
    ),
)  # fmt: skip

WORKERS = Kind(
    FileKind.WORKERS,
    _("Workers"),
    _("One row for each person who works for a provider. No hours and no pay are asked."),
    (
        Column("worker_id", cells.as_id, _("Your own id for the worker."), "W-204",
               change=Change.ID),
        Column("provider_id", cells.as_id, _("Whom they work for."), "PR-01",
               names=FileKind.PROVIDERS, change=Change.NEVER, instead=NOT_MOVED),
        Column("name", a_name, _("Their name."), "Beth Morgan"),
        Column("job", short(80), _("What they do."), "Care worker"),
        Column("speaks_welsh", cells.as_yes, _("Whether they speak Welsh: yes or no."), "yes",
               needed=False),
    ),
)  # fmt: skip

CONTRACTS = Kind(
    FileKind.CONTRACTS,
    _("Contracts"),
    _("One row for each contract of the council with a provider. The council pays all of it; "
      "shared funding is agreed on the contract's own page."),
    (
        Column("contract_id", short(40), _("The contract's reference."), "HC-2026-07",
               change=Change.ID),
        Column("provider_id", cells.as_id, _("The provider."), "PR-01", names=FileKind.PROVIDERS,
               change=Change.NEVER, instead=NEW_CONTRACT),
        Column("model", code(MODELS), _("How it pays: time_and_task or outcome_payments."),
               "time_and_task", change=Change.NEVER, instead=NEW_CONTRACT),
        Column("starts", cells.as_date, _("Its first day."), "2026-04-01", change=Change.NEVER,
               instead=NEW_CONTRACT),
        Column("ends", cells.as_date, _("Its last day, where it has one."), "", needed=False,
               change=Change.NEVER, instead=NEW_CONTRACT),
    ),
)  # fmt: skip

RATES = Kind(
    FileKind.RATES,
    _("Rates"),
    _("One row for each price of an hour under a contract, from a day on. An agreement that is "
      "signed keeps the rate of its first day."),
    (
        Column("rate_id", cells.as_id, _("Your own id for the row."), "RT-3", change=Change.ID),
        Column("contract_id", cells.as_id, _("The contract."), "HC-2026-07",
               names=FileKind.CONTRACTS, change=Change.NEVER, instead=NEW_RATE),
        Column("band", code(BANDS), _("standard or specialist."), "standard",
               change=Change.NEVER, instead=NEW_RATE),
        Column("pounds_an_hour", cells.as_money, _("Pounds for one hour."), "27.40",
               change=Change.NEVER, instead=NEW_RATE),
        Column("starts", cells.as_date, _("From which day."), "2026-04-01", change=Change.NEVER,
               instead=NEW_RATE),
        Column("ends", cells.as_date, _("The last day, where it has one."), "", needed=False,
               change=Change.NEVER, instead=NEW_RATE),
        Column("source", short(200), _("Who agreed it, or where it is written."),
               "Cabinet decision 14", change=Change.NEVER, instead=NEW_RATE),
    ),
)  # fmt: skip
