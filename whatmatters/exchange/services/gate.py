"""Who may bring files, and where none may be brought."""

from dataclasses import replace

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.queries.charge import charge_of
from whatmatters.access.queries.installation import is_demo
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import OrganisationKind, Role


class ImportNotAllowed(Refusal):
    """None of the actor's roles may take in files."""

    code = "import_not_allowed"


class RealDataInDemo(Refusal):
    """Everybody in a demonstration is invented: nothing real may come beside them."""

    code = "real_data_in_demo"


def hands_of(by: Actor) -> Actor:
    """The actor with the council's own powers for one import: the audit trail still names them.

    Raises ImportNotAllowed or RealDataInDemo.
    """
    if Role.SYSTEM not in by.roles and not _of_the_council(by):
        raise ImportNotAllowed()
    if is_demo():
        raise RealDataInDemo()
    return replace(by, roles=by.roles | {Role.SYSTEM})


def _of_the_council(by: Actor) -> bool:
    """A provider's administrator has the right as well, but not the council's records."""
    charge = charge_of(by)
    own = charge is not None and charge.kind == OrganisationKind.COUNCIL
    return own and may_in_council(by, Action.IMPORT_RECORDS)
