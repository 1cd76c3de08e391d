"""Verbs of access: the audit trail, organisations, users and their roles, ways back in, looks."""

from whatmatters.access.queries.refusals import (
    AlreadySo,
    CodesNotRight,
    CountsElsewhere,
    DraftTooLong,
    EndsBeforeStart,
    HoldsRolesElsewhere,
    LastAdministrator,
    MayNotConfirm,
    MembershipAlreadyEnded,
    NameInUse,
    NotAllowed,
    NotLookedAfter,
    NotOfThisCouncil,
    NotTheFirstTime,
    OwnAccount,
    OwnRole,
    PasswordTooWeak,
    RecoveryOver,
    RoleNotOffered,
    UsernameTaken,
)
from whatmatters.access.services.accounts import Admitted, admit, close_account, open_account
from whatmatters.access.services.audit import Audited, audit, audit_many
from whatmatters.access.services.drafts import (
    DraftPlace,
    finish_draft,
    forget_expired_drafts,
    keep_draft,
    throw_draft_away,
)
from whatmatters.access.services.installation import mark_installation
from whatmatters.access.services.looks import harvests, record_look
from whatmatters.access.services.memberships import MembershipGiven, add_memberships, end_membership
from whatmatters.access.services.names_shown import may_name
from whatmatters.access.services.once import take_once, taken_before
from whatmatters.access.services.organisations import (
    OrganisationGiven,
    OrganisationRenamed,
    add_organisations,
    rename_organisations,
)
from whatmatters.access.services.paid_accounts import paid_account, worker_account
from whatmatters.access.services.recovery import (
    Half,
    answer_recovery,
    ask_recovery,
    first_sign_in,
    use_recovery,
)
from whatmatters.access.services.sessions import end_other_sessions, end_session
from whatmatters.access.services.sign_in import (
    check_password,
    first_actor,
    remember_language,
    set_password,
)
from whatmatters.access.services.users import UserGiven, add_users

__all__ = [
    "Admitted",
    "AlreadySo",
    "Audited",
    "CodesNotRight",
    "CountsElsewhere",
    "DraftPlace",
    "DraftTooLong",
    "EndsBeforeStart",
    "Half",
    "HoldsRolesElsewhere",
    "LastAdministrator",
    "MayNotConfirm",
    "MembershipAlreadyEnded",
    "MembershipGiven",
    "NameInUse",
    "NotAllowed",
    "NotLookedAfter",
    "NotOfThisCouncil",
    "NotTheFirstTime",
    "OrganisationGiven",
    "OrganisationRenamed",
    "OwnAccount",
    "OwnRole",
    "PasswordTooWeak",
    "RecoveryOver",
    "RoleNotOffered",
    "UserGiven",
    "UsernameTaken",
    "add_memberships",
    "add_organisations",
    "add_users",
    "admit",
    "answer_recovery",
    "ask_recovery",
    "audit",
    "audit_many",
    "check_password",
    "close_account",
    "end_membership",
    "end_other_sessions",
    "end_session",
    "finish_draft",
    "first_actor",
    "first_sign_in",
    "forget_expired_drafts",
    "harvests",
    "keep_draft",
    "mark_installation",
    "may_name",
    "open_account",
    "paid_account",
    "record_look",
    "remember_language",
    "rename_organisations",
    "set_password",
    "take_once",
    "taken_before",
    "throw_draft_away",
    "use_recovery",
    "worker_account",
]
