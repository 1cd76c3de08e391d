"""What is refused of teams and workers, each by its name."""

from whatmatters.rules.refusals import Refusal


class NotYoursToKeep(Refusal):
    """Workers and teams are kept by the manager of the organisation they belong to."""

    code = "not_yours_to_keep"


class TeamNameTaken(Refusal):
    """The organisation has a team of this name already: TeamNameTaken(field=)."""

    code = "team_name_taken"


class InTeamAlready(Refusal):
    """The worker is in this team on one of these days already: InTeamAlready(field=)."""

    code = "in_team_already"


class LeavesSooner(Refusal):
    """A last day in the team was said that is as early or earlier: LeavesSooner(field=, ends=)."""

    code = "leaves_sooner"


class NoAccountOfYours(Refusal):
    """No open account of the organisation has both names and a role at work:
    NoAccountOfYours(field=)."""

    code = "no_account_of_yours"


class AccountIsAnothers(Refusal):
    """The account is joined to another worker of the organisation: AccountIsAnothers(field=)."""

    code = "account_is_anothers"


class WorkerHasAccount(Refusal):
    """The worker has an account already; that one is parted from them first."""

    code = "worker_has_account"


class WorkerHasNoAccount(Refusal):
    """There is no account to part from the worker."""

    code = "worker_has_no_account"
