"""Why a plan may not stand beside another."""

from whatmatters.rules.refusals import Refusal


class PlansOverlap(Refusal):
    """The same provider would be paid for the same days twice: (version_id=, until=)."""

    code = "plans_overlap"


class VersionStartsTooEarly(Refusal):
    """A new version starts no earlier than the one it replaces: (starts=, earlier=)."""

    code = "version_starts_too_early"
