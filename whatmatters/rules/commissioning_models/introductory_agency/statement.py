"""What is due: the platform's part and the worker's, two lines of one sum."""

from collections.abc import Iterator

from whatmatters.rules.commissioning import Input, Line, Problems, Rules, Statement
from whatmatters.rules.commissioning_models.introductory_agency.evidence import Evidence
from whatmatters.rules.commissioning_models.introductory_agency.terms import Agreement, check
from whatmatters.rules.minutes import hours
from whatmatters.rules.money import half_up, pence
from whatmatters.rules.money_text import exact_text

MODEL = "introductory_agency"
PLATFORM = "introductory_agency.platform"
WORKER = "introductory_agency.worker"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """The total is rounded first, then the platform's part; the worker gets the rest."""
    return Statement(MODEL, tuple(_lines(agreement, evidence)))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    if agreement.platform is None:
        raise Problems(check(agreement))
    terms = agreement.terms
    total = half_up(pence(terms.hourly_price) * hours(evidence.minutes))
    platform = half_up(terms.platform_share * total)
    payer = agreement.payers[0].name
    inputs: dict[str, Input] = {
        "hourly_price": exact_text(terms.hourly_price),
        "minutes": evidence.minutes,
        "total_pence": total,
        "platform_share": exact_text(terms.platform_share),
        "platform_pence": platform,
        "worker_pence": total - platform,
    }
    if platform:
        yield Line(payer, agreement.platform, platform, PLATFORM, PLATFORM, inputs)
    if total - platform:
        yield Line(payer, agreement.payee, total - platform, WORKER, WORKER, inputs)
