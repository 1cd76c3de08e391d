"""What no visit may say."""

from whatmatters.rules.refusals import Refusal


class VisitOutsidePackage(Refusal):
    """The visit lies outside the package's days: VisitOutsidePackage(package_id=, on=)."""

    code = "visit_outside_package"


class VisitImpossible(Refusal):
    """No minutes planned, a negative number, or delivered and cancelled: VisitImpossible(...)."""

    code = "visit_impossible"


class VisitAlreadyRecorded(Refusal):
    """One of these calls is recorded already: VisitAlreadyRecorded(packages=)."""

    code = "visit_already_recorded"
