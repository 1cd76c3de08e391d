"""What no plan may say, each refusal by its name."""

from whatmatters.rules.refusals import Refusal


class PlanEndsBeforeItStarts(Refusal):
    """The last day lies before the first: (starts=, ends=)."""

    code = "plan_ends_before_it_starts"


class ReviewBeforePlan(Refusal):
    """The review's day lies before the plan's first: (review_on=, starts=)."""

    code = "review_before_plan"


class OutcomeTwice(Refusal):
    """An outcome is in a plan once: (outcome_id=)."""

    code = "outcome_twice_in_plan"


class WeightsDoNotAddToOne(Refusal):
    """The weights of the payable outcomes add to something else: (sum=)."""

    code = "weights_do_not_add_to_1"


class WeightsAllOrNone(Refusal):
    """Either every payable outcome has a weight or none has (then all are equal)."""

    code = "weights_all_or_none"


class WeightWithoutPay(Refusal):
    """An outcome that is not payable has no weight: (outcome_id=)."""

    code = "weight_without_pay"


class WeightImpossible(Refusal):
    """A weight outside 0 to 1, or finer than a millionth: (outcome_id=)."""

    code = "weight_impossible"


class PlanIsEmpty(Refusal):
    """Nothing to agree to: a plan needs a line and an outcome: (what=)."""

    code = "plan_is_empty"
