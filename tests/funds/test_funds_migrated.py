"""The rule of a fund's last day is rebuilt among guards that name its table, and they come back."""

from django.core.management import call_command
from django.db import connections

from tests.fixtures.case import a_case, a_person
from tests.fixtures.databases import Database
from tests.fixtures.funded import a_fund
from whatmatters.config.migrating import everything_by
from whatmatters.funds.models import Fund
from whatmatters.records.one_person import unguarded


def test_funds_that_are_there_are_migrated_and_guarded_again(own_database: Database) -> None:
    case = a_case()
    fund = a_fund(case, a_person(case))
    alias = "owner" if "owner" in connections else "default"
    with everything_by(alias):
        call_command("migrate", "funds", "0001", database=alias, verbosity=0)
        assert unguarded(connections[alias]) == []
        call_command("migrate", "funds", database=alias, verbosity=0)
    assert unguarded(connections[alias]) == []
    assert Fund.objects.get().pk == fund
