"""A plan that is paid as a block has no price of its own, which is not a price of nothing."""

from io import BytesIO
from zipfile import ZipFile

from tests.fixtures.blocked import a_block, a_block_content, contract_of
from tests.fixtures.case import (
    STARTS,
    a_case,
    a_contract,
    a_person,
    an_agreed_plan,
    outcomes_for,
)
from whatmatters.access.queries import sight_of
from whatmatters.exchange.queries.taken_tables import read_record
from whatmatters.exchange.web.record_file import record_file


def test_a_file_that_is_taken_out_says_that_it_is_paid_as_a_block_and_no_price(
    db: None,
) -> None:
    case = a_case()
    mair, contract = a_person(case), contract_of(case, a_block(case))
    an_agreed_plan(case, mair, contract, a_block_content(outcomes_for(case, mair.id)))
    other = a_person(case, "Ifan Huws")
    an_agreed_plan(case, other, a_contract(case))
    told = []
    for somebody in (mair, other):
        sight = sight_of(somebody.actor, somebody.id, STARTS)
        taken = read_record(case.council_id, sight, on=STARTS)
        (versions,) = (table for table in taken.tables if table.key == "planversion")
        keys = [column.key for column in versions.columns]
        (row,) = (dict(zip(keys, row, strict=True)) for row in versions.rows)
        told.append((row["price"], row["paid_as"]))
        page = record_file(taken, "Mair", STARTS, "en-gb", made_by="Mair")
        with ZipFile(BytesIO(page)) as packed:
            html = packed.read("record.html").decode()
        assert ("paid as a block" in html) == (somebody is mair)
    assert told == [(None, "block"), (278300, "")]
