"""Every free text column is words that a retention rule blanks, or is typed here with a reason."""

from django.apps import apps
from django.db import models

CODES = "codes, ids, figures or hashes"
BODY = "names of bodies, places and published registers, not of people who draw on support"
STAFF = "an account or a worker: staff have an administrator; hers is blanked by access"
TERMS = "terms of a contract, of a whole population: nobody in it can be told apart"
REGISTER = "what rules and bodies allow a design: the form asks for posts and bodies, not for names"
OWN_END = "has an end of its own, in days"

NOT_BLANKED = {
    CODES: {
        "letters.Letter": "subject",
        "letters.Message": "voice",
        "exchange.ImportedFile": "name sha256",
        "exchange.ExternalId": "external_id plain salt marks",
        "payments.PaymentRun": "facts_hash changes",
        "payments.RunLine": "rule subject reason inputs",
        "payments.LeftOut": "code told",
        "payments.JournalEntry": "rule subject key facts prev_hash hash",
        "payments.Posting": "account",
        "charging.FinancialAssessment": "allowances",
        "charging.ChargingArrangement": "bands",
        "charging.ChargeLine": "inputs",
        "payments.BankProposal": "sort_code account_number account_name service_user",
        "payments.PaymentFile": "sha256",
        "outcomes.OutcomeMove": "why",
        "outcomes.PlanMove": "why",
        "outcomes.EligibilityDecision": "rule met",
        "commissioning.Contract": "model reference",
        "commissioning.ContractTerms": "terms",
        "commissioning.Rate": "source",
        "commissioning.Agreement": "model terms payers source",
        "episodes.Reading": "instrument edition",
        "results.ResultCount": "groups",
        "rota.DayUnplanned": "faults",
        "rota.RosterUnmade": "faults",
        "rota.WeekRoster": "judged",
        "shifts.WorkedShift": "reference tier",
        "access.AuditEvent": "action subject why prev_hash hash",
        "trust.AddressQuoted": "page",
    },
    BODY: {
        "exchange.RegisteredService": "location_id provider_id name provider_name town postcode "
        "specialisms rating source sha256",
        "teams.Team": "name_en name_cy",
        "access.Organisation": "name_en name_cy",
        "places.Council": "code name_en name_cy",
        "places.Area": "code name_en name_cy",
        "places.Patch": "code name_en name_cy",
        "places.Postcode": "plain postcode",
    },
    TERMS: {"results.ResultAgreed": "population event"},
    REGISTER: {
        "limits.LimitVersion": "holder blocks ways written_in link why",
        "limits.LimitQuery": "whom question answer",
    },
    STAFF: {
        "access.User": "password username first_name last_name email display_name language",
        "teams.Worker": "name job",
    },
    OWN_END: {
        "access.Draft": "address typed",
        "access.Recovery": "half",
        "access.RecoveryAnswer": "half",
    },
}


def test_every_text_column_is_words_with_a_rule_or_has_a_reason() -> None:
    listed = {
        f"{table}.{column}"
        for tables in NOT_BLANKED.values()
        for table, columns in tables.items()
        for column in columns.split()
    }
    assert _unmarked() == listed


def test_no_guarded_table_is_marked() -> None:
    marked = [t._meta.label for t in apps.get_models() if getattr(t, "holds_words", ())]
    guarded = {t._meta.label for t in apps.get_models() if getattr(t, "append_only", False)}
    assert set(marked) & guarded == set()
    assert len(marked) > 20


def _unmarked() -> set[str]:
    found = set()
    for table in apps.get_models():
        marks = getattr(table, "holds_words", ())
        if not table.__module__.startswith("whatmatters.") or any(m.remove for m in marks):
            continue
        blanked = {column for mark in marks for column in mark.columns}
        for column in table._meta.concrete_fields:
            text = isinstance(column, (models.CharField, models.TextField, models.JSONField))
            if text and not column.choices and column.name not in blanked:
                found.add(f"{table._meta.label}.{column.name}")
    return found
