"""Why an offer or a choice of route is refused."""

from whatmatters.rules.refusals import Refusal


class RoutesTooEarly(Refusal):
    """Routes are offered when the initial support is reviewed: RoutesTooEarly(earliest=, on=)."""

    code = "routes_too_early"


class RoutesAlreadyOffered(Refusal):
    """They are offered once for a version: RoutesAlreadyOffered(version_id=)."""

    code = "routes_already_offered"


class RouteAlreadyChosen(Refusal):
    """The person has chosen: RouteAlreadyChosen(version_id=)."""

    code = "route_already_chosen"


class ChosenBeforeAdvised(Refusal):
    """Advice comes before the choice: ChosenBeforeAdvised(advised_on=, on=)."""

    code = "chosen_before_advised"


class RouteWithoutValue(Refusal):
    """A plan that is paid as a block has no price, so no direct payment can be worth the same."""

    code = "route_without_value"
