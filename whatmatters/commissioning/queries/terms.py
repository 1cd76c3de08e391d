"""An agreement as the rules read it: parties by opaque reference, terms in the model's own type."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from whatmatters.commissioning.queries.agreements import AgreementFacts, read_payers
from whatmatters.commissioning.queries.terms_by_day import TermsChange, changed_terms
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import MODELS, introductory_agency
from whatmatters.rules.stored_terms import from_json

# Ways of paying in which who brought two together has a part.
WITH_PLATFORM = frozenset({introductory_agency.name})
# Reading terms costs more than assessing them, and a run reads each agreement more than once.
REMEMBERED = 512


def party(organisation_id: int) -> str:
    """How the rules and the ledger name an organisation."""
    return f"org:{organisation_id}"


def agreement_terms(
    facts: AgreementFacts, changes: Sequence[TermsChange] = ()
) -> AgreementTerms[object]:
    """What `assess` needs of an agreement, with what changed while it ran.

    Raises Problems where its terms cannot be read.
    """
    signed = build_terms(
        facts.model,
        facts.starts,
        facts.ends,
        facts.payee_id,
        facts.payers_text,
        facts.terms_text,
        facts.provider_id,
    )
    if not changes:
        return signed
    first, later = signed.terms, []
    now = first
    for change in changes:
        texts = (facts.terms_text, change.before.terms_text, change.after.terms_text)
        terms = _read(facts.model, changed_terms(facts.model, *texts))
        if change.on == facts.starts:
            first = terms
        elif terms != now:
            later.append((change.on, terms))
        now = terms
    return replace(signed, terms=first, later=tuple(later))


def build_terms(
    model: str,
    starts: date,
    ends: date | None,
    payee_id: int,
    payers_text: str,
    terms_text: str,
    provider_id: int,
) -> AgreementTerms[object]:
    """The same from the columns of a row; a platform is with whom the contract is."""
    return AgreementTerms(
        model=model,
        starts=starts,
        ends=ends,
        payee=party(payee_id),
        payers=_payers(payers_text),
        terms=_read(model, terms_text),
        platform=party(provider_id) if model in WITH_PLATFORM else None,
    )


@lru_cache(REMEMBERED)
def _payers(text: str) -> tuple[Payer, ...]:
    return tuple(Payer(party(who), share) for who, share in read_payers(text))


@lru_cache(REMEMBERED)
def _read(model: str, text: str) -> object:
    read: object = MODELS[model].read_terms(from_json(text))
    return read
