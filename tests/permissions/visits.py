"""A delivery plan for the walk: agreed by her provider, and waiting for her answer."""

from datetime import date

from tests.fixtures.case import STARTS, Case, moment
from whatmatters.rota.services import (
    DeliveryAnswered,
    DeliveryGiven,
    answer_delivery,
    write_delivery,
)
from whatmatters.rules.outcomes import Party
from whatmatters.rules.rota.agreed import EVERY_DAY, AgreedVisit, QuietFor, QuietTime

UP = AgreedVisit(1, EVERY_DAY, 450, 510, 30, 45, "Getting up")
CHAPEL = QuietTime(1, QuietFor.WORSHIP, frozenset({6}), 600, 700)


def agree(case: Case, ids: dict[str, object], on: date) -> None:
    """Adds delivery_id, visit_number and day; needs person_id and team_id."""
    person_id, team_id = int(str(ids["person_id"])), int(str(ids["team_id"]))
    given = DeliveryGiven(person_id, 0, team_id, STARTS, visits=(UP,), quiet=(CHAPEL,))
    by, at = case.manager, moment(on)
    made = write_delivery(by=by, at=at, on=on, given=given)
    said = DeliveryAnswered(made, Party.PROVIDER, yes=True)
    answer_delivery(by=by, at=at, on=on, given=said)
    ids |= {"delivery_id": made, "visit_number": 1, "day": on.isoformat()}
