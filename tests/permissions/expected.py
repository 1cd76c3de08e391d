"""Who may open what, typed by hand from requirements, section 2. Nothing here is imported from the
product: when the two differ, one of them is wrong, and a person decides which.

A new page is one row here. Where its address has an argument, `ids` in `world.py` has its value.
"""

from dataclasses import dataclass

from tests.permissions.expected_blocks import block_rows
from tests.permissions.expected_bundles import bundle_rows
from tests.permissions.expected_charges import charge_rows
from tests.permissions.expected_help import READ_HELP, help_rows
from tests.permissions.expected_joining import joining_rows
from tests.permissions.expected_money import money_rows
from tests.permissions.expected_own import own_rows
from tests.permissions.expected_post import post_rows
from tests.permissions.expected_results import result_rows
from tests.permissions.expected_shifts import shift_rows
from tests.permissions.expected_switching import switch_rows
from tests.permissions.expected_teams import team_rows
from tests.permissions.expected_terms import term_rows
from tests.permissions.expected_visits import visit_rows

STAFF_OF_THE_COUNCIL = {
    "social_worker:assigned",
    "social_worker:none",
    "broker:council",
    "commissioner:council",
    "finance_officer:council",
}
MANAGER = {"provider_manager:provider"}
FRONT_LINE = MANAGER | {"care_worker:assigned", "team_member:assigned"}
CHANGERS = FRONT_LINE | {"person:self"}
NOTERS = CHANGERS | {"social_worker:assigned"}
CLOSE_BY = {"family:family", "family:shared", "social_worker:assigned"}
CLOSERS = {"social_worker:assigned", "commissioner:council", "broker:council"}
MANAGERS = {"provider_manager:provider", "provider_manager:rival"}
TEAM = {"team_member:assigned", "team_member:provider"}
TEAM_READ = {"team_member:assigned", "provider_manager:provider", "commissioner:council"}
AT_WORK = TEAM | {
    "care_worker:assigned",
    "care_worker:provider",
    "social_worker:assigned",
    "social_worker:none",
}
WITH_A_ROLE = (
    STAFF_OF_THE_COUNCIL
    | MANAGERS
    | TEAM
    | {"person:self", "person:none", "family:family", "family:shared", "family:decider"}
    | {"family:none"}
    | {"care_worker:assigned", "care_worker:provider", "scrutiny:council", "administrator:council"}
)

IMPORTERS = {"commissioner:council", "administrator:council"}

# Who may know that the person is here at all. Everybody else gets 404, these at worst 403.
RELATED = {
    "person:self",
    "family:family",
    "family:shared",
    "family:decider",
    "care_worker:assigned",
    "team_member:assigned",
    "provider_manager:provider",
    "social_worker:assigned",
    "broker:council",
    "commissioner:council",
    "finance_officer:council",
}
SEE_PLAN = RELATED - {"family:family", "finance_officer:council"}
HER_WORKER_AND_SHE = {"person:self", "social_worker:assigned"}
MEET_PEOPLE = {
    "care_worker:assigned",
    "care_worker:provider",
    "team_member:assigned",
    "team_member:provider",
    "social_worker:assigned",
    "social_worker:none",
}
SHARERS = {"person:self", "family:decider", "social_worker:assigned"}
LIVING = {"person:self", "provider_manager:provider", "social_worker:assigned"}

# Who may read which canary, on whatever page it stands.
MAY_READ = {
    # Who looks after her account knows her name, and nothing else of her.
    "name": RELATED | {"administrator:council"},
    "profile": RELATED
    - {"family:family", "broker:council", "commissioner:council", "finance_officer:council"},
    "words": LIVING | {"team_member:assigned", "family:shared"},
    "outcome": SEE_PLAN,
    "help": READ_HELP,
    "carer": {"social_worker:assigned", "family:family"},
    "line": SEE_PLAN,
    "price": (SEE_PLAN | {"finance_officer:council"})
    - {"care_worker:assigned", "team_member:assigned"},
}


@dataclass(frozen=True)
class Row:
    """One page: who may read it, who may send its form, and the canary that readers must see.

    `open_to` "everyone" or "signed_in": a page without anybody's data. `data` is sent by POST.
    """

    get: frozenset[str] | set[str] = frozenset()
    post: frozenset[str] | set[str] | None = None
    about_person: bool = False
    shows: str = ""
    open_to: str = ""


def person(get: set[str], post: set[str] | None = None, shows: str = "") -> Row:
    """A page about one person."""
    return Row(get, post, about_person=True, shows=shows)


OWN, DECIDER, WORKER = {"person:self"}, {"family:decider"}, {"social_worker:assigned"}
NOTES = LIVING | {"care_worker:assigned", "team_member:assigned"}
ADMINISTRATORS = {"administrator:council"}
CONFIRMERS = MANAGERS | ADMINISTRATORS
CONFIRMERS |= {"social_worker:assigned", "social_worker:none", "commissioner:council"}
KNOW_HER = {"social_worker:assigned", "administrator:council"}

EVERYONE, SIGNED_IN = Row(open_to="everyone"), Row(open_to="signed_in")

EXPECTED: dict[str, Row] = {
    # sign-in, and what belongs to the reader alone
    "set_language": EVERYONE,
    "account_login": EVERYONE,
    "account_logout": EVERYONE,
    "account_signup": EVERYONE,
    "account_inactive": EVERYONE,
    "account_reset_password": EVERYONE,
    "mfa_authenticate": EVERYONE,
    "account_set_password": EVERYONE,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    # what a reader began to write, and nobody else's
    "drafts": Row(WITH_A_ROLE, WITH_A_ROLE),
    "sign_in_with_codes": EVERYONE,
    "openid_connect_login": EVERYONE,
    "openid_connect_callback": EVERYONE,
    **own_rows(Row, WITH_A_ROLE),
    # an administrator's pages, of the own body alone
    "user_list": Row(ADMINISTRATORS),
    "user_add": Row(ADMINISTRATORS, ADMINISTRATORS),
    "user": Row(ADMINISTRATORS),
    "user_first_code": Row(ADMINISTRATORS, ADMINISTRATORS),
    "user_recover": Row(ADMINISTRATORS, ADMINISTRATORS),
    "user_close": Row(ADMINISTRATORS, ADMINISTRATORS),
    "user_role_give": Row(ADMINISTRATORS, ADMINISTRATORS),
    "user_role_end": Row(ADMINISTRATORS, ADMINISTRATORS),
    "account_trail": Row(ADMINISTRATORS),
    "organisation": Row(ADMINISTRATORS, ADMINISTRATORS),
    "recovery_list": Row(CONFIRMERS),
    "recovery": Row(KNOW_HER, KNOW_HER),
    # first pages
    "about_data": EVERYONE,
    "glossary": EVERYONE,
    "home": Row(WITH_A_ROLE),
    "person_list": Row(STAFF_OF_THE_COUNCIL | MANAGERS | TEAM),
    "person_register": Row(
        {"social_worker:assigned", "social_worker:none", "broker:council"},
        {"social_worker:assigned", "social_worker:none", "broker:council"},
    ),
    "dashboard": Row(
        (STAFF_OF_THE_COUNCIL - {"finance_officer:council"}) | MANAGERS | {"scrutiny:council"}
    ),
    "dashboard_method": Row(WITH_A_ROLE),
    "dashboard_cases": Row((STAFF_OF_THE_COUNCIL - {"finance_officer:council"}) | MANAGERS),
    "dashboard_providers": Row({"commissioner:council"} | MANAGERS),
    "dashboard_provider": Row({"commissioner:council", "provider_manager:provider"}),
    "dashboard_provider_cases": Row({"commissioner:council", "provider_manager:provider"}),
    "dashboard_teams": Row(AT_WORK | MANAGERS | {"commissioner:council"}),
    "dashboard_team": Row(TEAM_READ),
    "dashboard_team_cases": Row(TEAM_READ),
    "dashboard_mine": Row(AT_WORK),
    "dashboard_mine_cases": Row(AT_WORK),
    # a person, and her plan
    "dashboard_case": person(RELATED, shows="name"),
    "record": person(RELATED, shows="name"),
    "plan_version": person(SEE_PLAN, shows="line"),
    "plan_print": person(SEE_PLAN, shows="line"),
    "package_plan": person(SEE_PLAN, {"provider_manager:provider"}),
    "bank": person(SEE_PLAN, CHANGERS | {"family:decider"}),
    **bundle_rows(person, FRONT_LINE, CHANGERS | {"family:decider"}, SHARERS),
    "plan_compare": person(SEE_PLAN, shows="line"),
    "plan_answer": person(
        LIVING | {"family:decider", "commissioner:council"},
        LIVING | {"family:decider", "commissioner:council"},
        shows="line",
    ),
    "plan_start": person(
        {"provider_manager:provider"}, {"provider_manager:provider"}, shows="name"
    ),
    "plan_write": person(MANAGER, shows="line"),
    "plan_part": person(MANAGER, MANAGER, shows="line"),
    "plan_again": person(
        {"provider_manager:provider"}, {"provider_manager:provider"}, shows="name"
    ),
    "plan_withdraw": person(MANAGER, MANAGER, shows="name"),
    "small_change": person(CHANGERS, CHANGERS),
    "exception_raise": person(FRONT_LINE, FRONT_LINE),
    "plan_unchanged": person(MANAGER | WORKER, MANAGER | WORKER),
    "exception_answer": person(
        {"social_worker:assigned", "commissioner:council"},
        {"social_worker:assigned", "commissioner:council"},
    ),
    "urgent_start": person({"social_worker:assigned"}, {"social_worker:assigned"}, shows="line"),
    "judgement_family": person(CLOSE_BY, CLOSE_BY),
    "note_write": person(NOTERS, NOTERS, shows="name"),
    "need_write": person(NOTERS, NOTERS, shows="name"),
    "hospital_stay": person(NOTERS, NOTERS, shows="name"),
    "death_record": person(CLOSERS, CLOSERS, shows="name"),
    "case_close": person(CLOSERS, CLOSERS, shows="name"),
    "plan_gap": person(MANAGER, MANAGER),
    "judgement_answer": person(LIVING | DECIDER, LIVING | DECIDER, shows="outcome"),
    "judgement_satisfaction": person(OWN | DECIDER, OWN | DECIDER),
    "control": person(
        LIVING | DECIDER | {"family:shared", "commissioner:council"}, LIVING | DECIDER
    ),
    "judgement_finding": person({"social_worker:assigned"}, {"social_worker:assigned"}),
    "judgement_conclude": person({"social_worker:assigned"}, {"social_worker:assigned"}),
    # who sees what of her
    "leave_at_once": EVERYONE,
    "sharing": person(SHARERS, SHARERS, shows="name"),
    "sharing_with": person(SHARERS, SHARERS),
    "sharing_organisation": person(SHARERS, SHARERS),
    "between_us": person(
        {"person:self", "social_worker:assigned"},
        {"person:self", "social_worker:assigned"},
        shows="words",
    ),
    # conversations, outcomes, the way in, the two routes
    "conversation_new": person(LIVING, LIVING, shows="name"),
    "conversation_add": person(LIVING, LIVING, shows="words"),
    "statement_correct": person(LIVING, LIVING, shows="words"),
    "outcome_new": person(OWN | WORKER, OWN | WORKER, shows="name"),
    "outcome": person(SEE_PLAN, shows="outcome"),
    "outcome_note": person(NOTES, NOTES, shows="outcome"),
    "outcome_off_track": person(LIVING | DECIDER, LIVING | DECIDER, shows="outcome"),
    "outcome_replace": person(OWN | DECIDER, OWN | DECIDER, shows="outcome"),
    "outcome_let_go": person(OWN | DECIDER, OWN | DECIDER, shows="outcome"),
    "outcome_payable": person(OWN | WORKER, OWN | WORKER, shows="outcome"),
    "request_new": person(
        OWN | WORKER | {"broker:council"}, OWN | WORKER | {"broker:council"}, shows="name"
    ),
    "eligibility": person(WORKER, WORKER),
    "referral": person(
        WORKER | {"broker:council", "provider_manager:provider"},
        WORKER | {"broker:council", "provider_manager:provider"},
        shows="name",
    ),
    "people_waiting": Row({"broker:council"}),
    "plan_routes": person(OWN | DECIDER | WORKER, OWN | DECIDER | WORKER),
    "address": person(HER_WORKER_AND_SHE, HER_WORKER_AND_SHE),
    "looks": person(HER_WORKER_AND_SHE),
    "changes": person(HER_WORKER_AND_SHE),
    "deciders": person(HER_WORKER_AND_SHE, {"social_worker:assigned"}),
    "decider_new": person({"social_worker:assigned"}, {"social_worker:assigned"}),
    "emergency_open": Row(MEET_PEOPLE, MEET_PEOPLE),
    "opening_list": Row({"administrator:council", "commissioner:council"}),
    "opening_review": Row({"administrator:council"}, {"administrator:council"}),
    # letters and messages
    "contact": person(SHARERS, SHARERS, shows="name"),
    **help_rows(Row, person),
    # a council's own files
    "bundle_days_file": Row(MANAGERS, MANAGERS),
    "imports": Row(IMPORTERS, IMPORTERS),
    "exchange_columns": Row(IMPORTERS),
    "exchange_templates": Row(IMPORTERS),
    "exports": Row(MANAGERS | {"commissioner:council"}, MANAGERS | {"commissioner:council"}),
    "export": Row({"commissioner:council"}, {"commissioner:council"}),
    "export_approvals": Row(IMPORTERS | MANAGERS, IMPORTERS | MANAGERS),
    "record_export": person(SHARERS, SHARERS, shows="name"),
    "care_register": Row({"broker:council", "commissioner:council", "finance_officer:council"}),
    "import_preview": Row(IMPORTERS, IMPORTERS),
    "import_problems": Row(IMPORTERS),
}

# Typed here before the page was built. Take a name out when its page is there.
EXPECTED |= post_rows(Row, person) | charge_rows(Row, person) | money_rows(Row) | block_rows(Row)
EXPECTED |= shift_rows(Row) | result_rows(Row) | team_rows(Row) | switch_rows(Row, person)
EXPECTED |= term_rows(Row) | joining_rows(person) | visit_rows(Row, person)
AWAITED: set[str] = set()
