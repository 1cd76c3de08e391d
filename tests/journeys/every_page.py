"""How every page of the site is looked at, typed by hand: as whom, and which are no pages."""

from django.urls import reverse

from tests.permissions.expected import EXPECTED, Row
from tests.permissions.walk import Page
from tests.permissions.world import READERS, Place

# A page that is another page for another reader is looked at as each of these too.
ALSO = {
    "home": (
        "family:shared",
        "care_worker:assigned",
        "provider_manager:provider",
        "social_worker:assigned",
        "broker:council",
        "commissioner:council",
        "finance_officer:council",
        "scrutiny:council",
        "administrator:council",
    ),
    "record": ("social_worker:assigned", "provider_manager:provider", "family:family"),
    "plan_version": ("social_worker:assigned", "care_worker:assigned"),
    "outcome": ("social_worker:assigned",),
    "referral": ("social_worker:assigned", "provider_manager:provider"),
    "person_list": ("social_worker:assigned", "provider_manager:provider"),
    "dashboard": ("commissioner:council", "scrutiny:council"),
    "exports": ("commissioner:council",),
    "message_list": ("provider_manager:provider",),
}

# A page that asks its question about another row than the one that every other page is about.
ABOUT = {"run_files": {"run_id": "released_id"}}

# No page, or one that needs a sign-in which this window does not have; and who looks at it.
EXCUSED = {
    "set_language": "sends on to the page in the other language",
    "leave_at_once": "sends on to another site",
    "account_logout": "test_sign_in.py, signed in",
    "account_reauthenticate": "test_sign_in.py, with a password",
    "account_change_password": "test_sign_in.py, with a password",
    "openid_connect_login": "sends on to a body's own provider",
    "openid_connect_callback": "test_accounts.py, with a provider",
    "mfa_authenticate": "test_passkey.py, between the two steps",
    "mfa_reauthenticate": "test_sign_in.py, with a second step",
    "mfa_deactivate_totp": "test_sign_in.py, with a second step",
    "mfa_view_recovery_codes": "test_sign_in.py, with a second step",
    "mfa_download_recovery_codes": "a file",
    "mfa_reauthenticate_webauthn": "test_passkey.py, with a key",
    "mfa_remove_webauthn": "test_passkey.py, with a key",
    "mfa_edit_webauthn": "test_passkey.py, with a key",
    "drafts": "what is begun, kept for its reader and led back to",
    "exchange_templates": "a file",
    "payment_file": "a file",
    "ledger_csv": "a file",
    "remittance_csv": "a file",
    "own_help_file": "a file",
    "fund_csv": "a file",
    "remittance_pdf": "a file, or the page for paper",
    "import_problems": "a file",
    "face": "a picture",
}

# Not there before something is: nothing of it can be empty.
NEVER_EMPTY = {"round_staying": "asked of somebody who is visited today"}

# A form in which nothing can be left empty as the world stands.
NO_QUESTION = {
    "run_propose": "one button, on the list of runs",
    "rota_week_make": "one button: a roster is asked for",
    "rota_accept": "one button, on the week",
    "worker_part": "one button: test_keeping.py parts an account",
    "run_calendar": "test_roles_of_the_council.py, before the periods are set",
    "import_preview": "test_imports.py, with files",
    "switch": "one button, when somebody is ready",
    "package_plan": "test_package_plan.py, with a timetable",
    "own_help": "one button for each offer",
    "bank": "test_bank.py, with a bundle",
    "bank_correct": "test_bank.py, with a bundle",
    "bundle_offer": "test_bank.py, with a bundle",
    "bundle_agree": "test_bundle_pages.py, with a contract",
    "bundle_over": "test_bundle_pages.py, with a bundle",
    "bundle_end": "test_bundle_pages.py, with a bundle",
    "bundle_days": "test_bundle_pages.py, with a bundle",
    "fund_close": "one button, after the last day",
    "export_approvals": "one button for yes and one for no",
    "export": "one button",
    "file_unsent": "one button",
    "result_agree": "one button",
    "direct_introduce": "test_introductions.py, with an account of her own",
    "sharing": "one button for each share",
    "close_people": "one button for each account",
    "deciders": "one button for each who decides",
    "letter": "one button",
    "organisation_letter": "one button",
    "outcome_let_go": "why is hers to say or not",
    "plan_again": "one button",
    "plan_withdraw": "one button",
    "urgent_start": "one button",
    "plan_part": "test_writing_a_plan.py, in a plan that is being written",
    "plan_routes": "test_choosing.py, with both routes offered",
}


def row_of(name: str) -> Row:
    """The row of a page; KeyError for one that is not in the table."""
    return EXPECTED[name]


def readers_of(name: str) -> list[str]:
    """Who looks at it: the first who may send its form, or may read it, and who sees another.

    "" is nobody who has signed in.
    """
    row = row_of(name)
    if row.open_to:
        return [""] if row.open_to == "everyone" else ["person:self"]
    may = row.post or row.get
    first = next(reader for reader in READERS if reader in may)
    return [first, *(other for other in ALSO.get(name, ()) if other != first)]


def address_in(page: Page, place: Place) -> str:
    """Where a page is looked at: about the person, run ... of this place."""
    other = ABOUT.get(page.name, {})
    return reverse(page.name, kwargs={n: place.ids[other.get(n, n)] for n in page.arguments})
