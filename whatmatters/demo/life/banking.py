"""Bank details of whoever pays and is paid, and each close's file for the bank: all invented.

No bank has a sort code that begins with 00-00, and each account's name says that it is synthetic.
"""

from datetime import date, timedelta

from whatmatters.access.queries.names import organisation_names
from whatmatters.demo.calendar import moment
from whatmatters.demo.world import World
from whatmatters.payments import services as payments
from whatmatters.payments.queries import remittances
from whatmatters.payments.queries.banking import in_use
from whatmatters.policy.queries import bank_holidays
from whatmatters.rules.bank_details import NumberFrom
from whatmatters.rules.payment_files import FileFormat

DAY = timedelta(days=1)


def pay_by_file(world: World, day: date, run_id: int) -> None:
    """After a release: whoever has no bank details gets them, and each payer's file is made."""
    paid = [one for one in remittances(world.council_id, run_id=run_id) if one.paid]
    bodies = {who for one in paid for who in (one.payer_id, one.payee_id)}
    new = bodies - set(in_use(world.council_id, bodies))
    for body, name in sorted(organisation_names(new).items()):
        _bank(world, day, body, name)
    for payer in sorted({one.payer_id for one in paid}):
        payments.make_payment_file(
            by=world.finance_two,
            at=moment(day, 17),
            run_id=run_id,
            payer_id=payer,
            form=FileFormat.BANK_CSV,
            arrives=_working(day + DAY),
        )
        world.saw("payment_file")


def _bank(world: World, day: date, body: int, name: str) -> None:
    given = payments.BankGiven(
        sort_code=f"0000{body % 90 + 10}",
        account_number=f"{body + 10_000_000:08}",
        account_name=f"SYNTHETIC {name}",
        rung="The finance office",
        telephone="01632 960123",
        number_from=NumberFrom.ON_RECORD,
        called_on=day,
    )
    by, at = world.finance, moment(day, 16)
    asked = payments.ask_bank_details(by=by, at=at, on=day, organisation_id=body, given=given)
    by, at = world.finance_two, moment(day, 17)
    payments.answer_bank_details(by=by, at=at, proposal_id=asked, confirmed=True)


def _working(day: date) -> date:
    holidays = bank_holidays()
    while not holidays.is_working(day):
        day += DAY
    return day
