"""Own words can not become HTML, and no page needs an exception from the content policy."""

import re

from tests.fixtures.sources import PACKAGE, named, product, templates

BANNED_IN_TEMPLATES = {
    "a filter that trusts": re.compile(r"\|\s*(safe|safeseq)\b"),
    "autoescape off": re.compile(r"autoescape\s+off"),
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "inline script": re.compile(
        r"<script(?![^>]*\s(?:src=|type=\"application/json\"))[^>]*>(?!\s*</script>)", re.I
    ),
    "inline handler": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.I),
    "javascript address": re.compile(r"javascript:", re.I),
    "address elsewhere": re.compile(
        r"<(script|link|img|iframe)\b[^>]*(src|href)=[\"']https?:", re.I
    ),
}
# Where the HTML of another escaping engine enters, and nowhere else.
TRUSTED = {"whatmatters/frontend/components.py"}


def test_templates_trust_nothing() -> None:
    found = [
        f"{named(file)}: {what}"
        for file in templates()
        for what, pattern in BANNED_IN_TEMPLATES.items()
        if pattern.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_python_marks_text_as_safe() -> None:
    pattern = re.compile(r"\bmark_safe\b|\b(SafeString|SafeText|Markup)\(|html_safe")
    found = {named(f) for f in product() if pattern.search(f.read_text(encoding="utf-8"))}
    assert found <= TRUSTED


def test_scripts_build_no_code_from_text() -> None:
    pattern = re.compile(r"\beval\(|new Function\(|\.innerHTML\s*=|document\.write")
    own = [f for f in PACKAGE.rglob("static/**/*.js") if "vendor" not in f.parts]
    found = [named(f) for f in own if pattern.search(f.read_text(encoding="utf-8"))]
    assert [f for f in found if ".min." not in f] == []


# Asks nothing: there is no word to lose.
WITHOUT_DRAFTS = {
    "whatmatters/payments/templates/payments/run_release.html",
    "whatmatters/payments/templates/payments/file_unsent.html",
    "whatmatters/outcomes/templates/outcomes/_propose.html",
    "whatmatters/outcomes/templates/outcomes/_take_out.html",
    "whatmatters/outcomes/templates/outcomes/plan_again.html",
    "whatmatters/outcomes/templates/outcomes/urgent_start.html",
    "whatmatters/outcomes/templates/outcomes/plan_withdraw.html",
    # asks for choices alone, for no more than a day, or takes a password
    "whatmatters/access/templates/access/administering/first_code_ask.html",
    "whatmatters/access/templates/access/administering/recovery.html",
    "whatmatters/access/templates/access/administering/role_end.html",
    "whatmatters/access/templates/access/administering/role_give.html",
    "whatmatters/access/templates/access/administering/user_close.html",
    "whatmatters/access/templates/access/administering/user_recover.html",
    "whatmatters/access/templates/access/own/account.html",
    "whatmatters/access/templates/access/own/sessions.html",
    "whatmatters/access/templates/access/with_codes.html",
    # asks for choices and a day
    "whatmatters/payments/templates/payments/bank_answer.html",
    "whatmatters/payments/templates/payments/run_files.html",
    # asks for files, which no page can put back into a browser
    "whatmatters/access/templates/access/own/picture.html",
    "whatmatters/exchange/templates/exchange/bundle_days.html",
    "whatmatters/exchange/templates/exchange/shift_file.html",
    "whatmatters/exchange/templates/exchange/imports.html",
}


def test_a_form_that_asks_something_keeps_what_is_typed() -> None:
    by_hand = re.compile(r"\{%\s*(fields|form_token)\s")
    found = {
        named(file)
        for file in templates()
        if "frontend" not in file.parts and by_hand.search(file.read_text(encoding="utf-8"))
    }
    assert found == WITHOUT_DRAFTS, "draw it by {% page_form %}: see CONTRIBUTING, A form"
