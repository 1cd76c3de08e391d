"""A direct payment that she chose, and the looks at its account."""

from django.db import models

from whatmatters.records.one_person import Same
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow

PERSON_OF_ROUTE = (
    "SELECT plan.person_id FROM outcomes_routechoice route "
    "JOIN outcomes_planversion version ON version.id = route.version_id "
    "JOIN outcomes_plan plan ON plan.id = version.plan_id WHERE route.id = NEW.route_id"
)


class DirectPayment(WrittenRow):
    """One person's; `route` is her choice, with the advice before it and the value of both ways.

    `account` is who is paid: an account of her own, or the contract's provider, who manages the
    money for her. `ends` is its last day, where it was ended; the day before `starts` where it
    never began. Its agreement has the terms.
    """

    same_person = (Same("route_id", "NEW.person_id", PERSON_OF_ROUTE),)

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="direct_payments"
    )
    contract = models.ForeignKey(
        "commissioning.Contract", on_delete=models.PROTECT, related_name="+"
    )
    route = models.ForeignKey("outcomes.RouteChoice", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("access.Organisation", on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "starts"],
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("starts")),
                name="direct_payment_once",
            ),
        ]


class Look(AppendOnlyRow):
    """What stood in the account on a day, and what it owed then, in pence (R-DP-04).

    `final`: after its end, when all that is not owed goes back. The newest of one day counts.
    """

    direct_payment = models.ForeignKey(
        DirectPayment, on_delete=models.PROTECT, related_name="looks"
    )
    on = models.DateField()
    balance = models.BigIntegerField()
    owed = models.BigIntegerField()
    final = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(owed__gte=0), name="look_owes_nothing_less"),
        ]
