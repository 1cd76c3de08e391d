"""Money for the walk: two periods paid, one proposed, two penalties, one of them contested."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tests.fixtures.case import STARTS, Case, Somebody, a_contract, an_agreed_plan, moment
from tests.fixtures.reviewed import said
from whatmatters.charging.services import charge_weeks, record_assessment, set_arrangement
from whatmatters.outcomes.queries import version_content
from whatmatters.outcomes.services import (
    FindingGiven,
    answer_judgement,
    conclude_review,
    open_judgement,
    record_findings,
    record_satisfaction,
)
from whatmatters.payments.queries import remittances
from whatmatters.payments.queries.entries import LedgerAsked, entries
from whatmatters.payments.services import (
    BankGiven,
    answer_bank_details,
    ask_bank_details,
    contest_penalty,
    make_payment_file,
    propose_run,
    release_run,
    set_calendar,
)
from whatmatters.rules.bank_details import NumberFrom
from whatmatters.rules.charging.arrangement import Arrangement, Basis
from whatmatters.rules.charging.means import Means
from whatmatters.rules.outcomes import Cause, Party, Satisfaction
from whatmatters.rules.payment_files import FileFormat

PERIOD = timedelta(days=28)
ENDS = STARTS + timedelta(days=83)
PAID = STARTS + timedelta(days=57)  # a Tuesday, and no bank holiday


def live_through(case: Case, herself: Somebody, ids: dict[str, object]) -> None:
    """Adds run_id (proposed), entry_id, remittance_id, finding_id, dissatisfied_id, contest_id."""
    judgement_id, first, second = _findings(case, herself)
    set_calendar(by=case.finance, at=moment(STARTS), anchor=STARTS)
    for start in (STARTS, STARTS + PERIOD):
        at = moment(start + PERIOD)
        paid = propose_run(by=case.finance, at=at, period_start=start).run_id
        release_run(by=case.finance_two, at=at, run_id=paid)
    _charged(case, herself)
    at, words = moment(ENDS + timedelta(days=2)), "The bus was taken away."
    proposed = propose_run(by=case.finance, at=at, period_start=STARTS + 2 * PERIOD)
    contest_id = contest_penalty(
        by=case.manager, at=at, on=at.date(), finding_id=second, words=words
    )
    banked(case, ids, paid)
    (entry,) = entries(case.council_id, LedgerAsked(), limit=1)
    ids |= {
        "entry_id": entry.id,
        "run_id": proposed.run_id,
        "remittance_id": remittances(case.council_id, run_id=paid)[0].remittance_id,
        "finding_id": first,
        "dissatisfied_id": judgement_id,
        "contest_id": contest_id,
    }


def banked(case: Case, ids: dict[str, object], run_id: int) -> None:
    """Adds payee_id, proposal_id (which waits) and file_id: who pays and who is paid are known."""
    payer, payee = case.council_organisation_id, case.provider_id
    for body in (payer, payee):
        asked = ask(case, body)
        answer_bank_details(by=case.finance_two, at=moment(PAID), proposal_id=asked, confirmed=True)
    form, at = FileFormat.BANK_CSV, moment(PAID)
    made = make_payment_file(
        by=case.finance, at=at, run_id=run_id, payer_id=payer, form=form, arrives=PAID
    )
    ids |= {
        "released_id": run_id,
        "payee_id": payee,
        "proposal_id": ask(case, payee, account_number="87654321"),
        "file_id": made.facts.file_id,
    }


def ask(case: Case, organisation_id: int, **other: object) -> int:
    """Invented bank details, asked for by the first finance officer; they wait."""
    given = BankGiven(
        sort_code="00-00-01",
        account_number="00000012",
        account_name="Gofal Afon Cyf",
        rung="Beth Morgan",
        telephone="01632 960001",
        number_from=NumberFrom.ON_RECORD,
        called_on=STARTS,
        service_user="999999",
    )
    return ask_bank_details(
        by=case.finance,
        at=moment(PAID),
        on=PAID,
        organisation_id=organisation_id,
        given=replace(given, **other),
    )


def _findings(case: Case, herself: Somebody) -> tuple[int, int, int]:
    """A second plan of hers, judged: neither outcome reached, by the provider's own doing.

    The judgement, in which she says that she is dissatisfied, and its two findings.
    """
    contract_id = a_contract(case, "HTLAH-2", leads=False)
    agreed = an_agreed_plan(case, herself, contract_id)
    content = version_content([agreed.version_id])[agreed.version_id]
    outcomes = [planned.outcome.id for planned in content.outcomes]
    by, at = case.social_worker, moment(ENDS)
    judgement_id = open_judgement(by=by, at=at, version_id=agreed.version_id, on=ENDS)
    voices = {Party.PERSON: herself.actor, Party.PROVIDER: case.manager, Party.COUNCIL: by}
    for party, speaker in voices.items():
        answer_judgement(
            by=speaker,
            at=at,
            judgement_id=judgement_id,
            party=party,
            answers=[said(outcome_id, 0) for outcome_id in outcomes],
            on=ENDS,
        )
    record_satisfaction(
        by=herself.actor,
        at=at,
        judgement_id=judgement_id,
        answer=Satisfaction.DISSATISFIED,
        on=ENDS,
    )
    given = [FindingGiven(outcome_id, cause=Cause.PROVIDER) for outcome_id in outcomes]
    first, second = record_findings(
        by=by, at=at, judgement_id=judgement_id, findings=given, on=ENDS
    )
    later = moment(ENDS, 13)
    conclude_review(by=by, at=later, judgement_id=judgement_id, on=ENDS)
    return judgement_id, first, second


def _charged(case: Case, herself: Somebody) -> None:
    """Two weeks charged by a fifth of her plan's price, the second put right afterwards."""
    at, who = moment(ENDS + timedelta(days=1)), {"person_id": herself.id}
    by, second = case.finance, STARTS + timedelta(days=7)
    fifth = Arrangement(Basis.PLAN_PRICE_SHARE, share=Decimal("0.2"))
    told = {"words": "Her letters"} | who
    means = Means(income=Decimal("330.00"), basic_entitlement=Decimal("200.00"))
    less = replace(means, income=Decimal("310.10"))
    set_arrangement(by=by, at=at, starts=STARTS, arrangement=fifth, **who)
    record_assessment(by=by, at=at, starts=STARTS, means=means, **told)
    charge_weeks(by=by, at=at, through=second, **who)
    record_assessment(by=by, at=at, starts=second, means=less, **told)
    charge_weeks(by=by, at=at, through=second, **who)
