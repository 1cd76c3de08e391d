"""What payments refuses, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"


class CalendarMissing(Refusal):
    """The council has not said on which Monday its periods start."""

    code = "calendar_missing"


class CalendarAlreadySet(Refusal):
    """Periods run from one anchor for ever; it is never moved."""

    code = "calendar_already_set"


class NotAMonday(Refusal):
    """An anchor that is no Monday."""

    code = "not_a_monday"


class AnchorTooFar(Refusal):
    """An anchor more than a year of periods ahead; `latest` is the last day that is taken."""

    code = "anchor_too_far"


class PeriodNotOver(Refusal):
    """Payment is in arrears: the period has days that are still to come."""

    code = "period_not_over"


class PeriodOutOfOrder(Refusal):
    """Periods are run one after another; `expected` is the next."""

    code = "period_out_of_order"


class RunNotFound(Refusal):
    """No such run in this council."""

    code = "run_not_found"


class RunDiscarded(Refusal):
    """The run was put aside; propose the period again."""

    code = "run_discarded"


class RunAlreadyReleased(Refusal):
    """A released run stands; what was wrong with it is corrected by the next one."""

    code = "run_already_released"


class SamePerson(Refusal):
    """Whoever proposed a run does not release it."""

    code = "release_by_proposer"


class FactsChanged(Refusal):
    """Something was recorded after the run was proposed: propose again, then look again."""

    code = "facts_changed_since_proposal"
