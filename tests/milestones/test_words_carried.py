"""Words that stood in guarded rows are carried to the rows beside them, and leave the first.

No release had them there: in a long campaign alone, since going back renders every model again.
"""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from tests.fixtures.campaign import CAMPAIGN
from tests.fixtures.case import STARTS, Somebody
from tests.fixtures.case_pages import a_case_to_look_at
from tests.fixtures.command import whatmatters
from tests.fixtures.databases import Database
from whatmatters.config.migrating import everything_by
from whatmatters.exchange.models import TakingOut, TakingOutReason
from whatmatters.outcomes.models import PlanVersion, UnchangedAnswer
from whatmatters.records.append_only import unguarded
from whatmatters.trust.models import AddressGuard, AddressQuoted, Consent, Opening, OpeningReview

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
BEFORE = [
    ("exchange", "0003_taking_out"),
    ("outcomes", "0002_unchanged_answers"),
    ("trust", "0003_address_guards"),
]


def write_as_it_was(alias: str, who: Somebody, council_id: int, user_id: int, body: int) -> None:
    """Go back to the tables as they were and write in them as was written then."""
    call_command("migrate", "exchange", "0003", database=alias, verbosity=0)
    call_command("migrate", "outcomes", "0002", database=alias, verbosity=0)
    call_command("migrate", "trust", "0003", database=alias, verbosity=0)
    old = MigrationExecutor(connections[alias]).loader.project_state(BEFORE).apps
    written = {"council_id": council_id, "by_id": user_id, "at": AT}

    def wrote(app: str, model: str, **columns: object) -> int:
        rows = old.get_model(app, model).objects.using(alias)
        return int(rows.create(**columns, **written).pk)

    about = {"person_id": who.id}
    shared = {"user_id": user_id, "starts": STARTS, **about}
    wrote("trust", "Consent", topic="plan", how="supported", helped_by="Lowri", **shared)
    wrote("trust", "Consent", topic="money", how="own_words", **shared)
    opened = wrote("trust", "Opening", reason="She fell", until=AT, **about)
    wrote("trust", "OpeningReview", opening_id=opened, found="justified", words="Rightly")
    wrote("trust", "AddressGuard", hidden=True, address="7 Hill Lane", reason="Afraid", **about)
    wrote("trust", "AddressQuoted", page="note", reason="The door", **about)
    version = PlanVersion.objects.filter(plan__person_id=who.id).first()
    wrote("outcomes", "UnchangedAnswer", version_id=version.pk, on=STARTS, words="Still right")
    asked = {"people": 1, "needs_second": False, "expires": AT, "organisation_id": body}
    wrote("exchange", "TakingOut", reason="Our books", **asked)


@pytest.mark.once
@pytest.mark.skipif(CAMPAIGN == 1, reason="a minute long: WHATMATTERS_CAMPAIGN=2 runs it")
def test_words_are_carried_and_every_table_is_guarded_again(own_database: Database) -> None:
    shown = a_case_to_look_at()
    case, who = shown.case, shown.ifan
    alias = "owner" if "owner" in connections else "default"
    body, user_id = case.council_organisation_id, case.system.user_id
    with everything_by(alias):
        write_as_it_was(alias, who, case.council_id, user_id, body)
    done = whatmatters("migrate", env=own_database.env)
    assert done.returncode == 0, done.stderr
    supported, alone = Consent.objects.order_by("pk")
    assert (supported.said.helped_by, hasattr(alone, "said")) == ("Lowri", False)
    assert Opening.objects.get().said.reason == "She fell"
    assert OpeningReview.objects.get().said.words == "Rightly"
    guard = AddressGuard.objects.get().said
    assert (guard.address, guard.reason, guard.at) == ("7 Hill Lane", "Afraid", AT)
    assert AddressQuoted.objects.get().said.reason == "The door"
    assert UnchangedAnswer.objects.get().said.words == "Still right"
    assert TakingOut.objects.get().said.reason == "Our books"
    assert TakingOutReason.objects.get().by_id == user_id
    columns = {c.name for c in Consent._meta.concrete_fields}
    assert "helped_by" not in columns
    for table in ("trust_consent", "trust_opening", "trust_addressguard", "exchange_takingout"):
        with connections["default"].cursor() as cursor:
            held = connections["default"].introspection.get_table_description(cursor, table)
        assert {column.name for column in held} & {"helped_by", "reason", "address"} == set()
    assert unguarded(connections["default"]) == []
