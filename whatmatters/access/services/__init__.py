"""Verbs of access: the audit trail, organisations, users and their roles, passwords, looks."""

from whatmatters.access.queries.refusals import (
    DraftTooLong,
    EndsBeforeStart,
    MembershipAlreadyEnded,
    NameInUse,
    NotAllowed,
    NotOfThisCouncil,
    PasswordTooWeak,
    UsernameTaken,
)
from whatmatters.access.services.audit import Audited, audit, audit_many
from whatmatters.access.services.drafts import (
    DraftPlace,
    finish_draft,
    keep_draft,
    throw_draft_away,
)
from whatmatters.access.services.installation import mark_installation
from whatmatters.access.services.looks import record_look
from whatmatters.access.services.memberships import MembershipGiven, add_memberships, end_membership
from whatmatters.access.services.once import take_once, taken_before
from whatmatters.access.services.organisations import (
    OrganisationGiven,
    OrganisationRenamed,
    add_organisations,
    rename_organisations,
)
from whatmatters.access.services.sign_in import (
    check_password,
    first_actor,
    remember_language,
    set_password,
)
from whatmatters.access.services.users import UserGiven, add_users

__all__ = [
    "Audited",
    "DraftPlace",
    "DraftTooLong",
    "EndsBeforeStart",
    "MembershipAlreadyEnded",
    "MembershipGiven",
    "NameInUse",
    "NotAllowed",
    "NotOfThisCouncil",
    "OrganisationGiven",
    "OrganisationRenamed",
    "PasswordTooWeak",
    "UserGiven",
    "UsernameTaken",
    "add_memberships",
    "add_organisations",
    "add_users",
    "audit",
    "audit_many",
    "check_password",
    "end_membership",
    "finish_draft",
    "first_actor",
    "keep_draft",
    "mark_installation",
    "record_look",
    "remember_language",
    "rename_organisations",
    "set_password",
    "take_once",
    "taken_before",
    "throw_draft_away",
]
