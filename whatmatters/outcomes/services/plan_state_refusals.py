"""Why a plan cannot be drafted or saved as it stands."""

from whatmatters.rules.refusals import Refusal


class PlanAlreadyAgreed(Refusal):
    """What three agreed is not edited; a new version is drafted: (version_id=)."""

    code = "plan_already_agreed"


class PlanNotADraft(Refusal):
    """Only a draft is edited: (version_id=, state=)."""

    code = "plan_not_a_draft"


class DraftChangedMeanwhile(Refusal):
    """Somebody saved this draft after it was opened: (lock=, now=)."""

    code = "draft_changed_meanwhile"


class VersionAlreadyOpen(Refusal):
    """Another version of the plan is being written or answered: (version_id=)."""

    code = "version_already_open"
