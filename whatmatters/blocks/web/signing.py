"""Sign a block: the price is built and shown first, then signed. Amend it, or go on for a year."""

from datetime import timedelta

from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries.bodies import council_body, organisations_outside, providers
from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.blocks.queries.priced import price_on, priced
from whatmatters.blocks.services import BlockGiven, amend_block, open_block, sign_block
from whatmatters.blocks.web.price_form import PriceForm
from whatmatters.blocks.web.price_shown import ShownPrice, price_of, shown_price
from whatmatters.blocks.web.priced_page import priced_page
from whatmatters.blocks.web.sending import found_block
from whatmatters.blocks.web.signing_forms import AmendForm, NewBlockForm, NextYearForm
from whatmatters.places.queries.recorded import patch_names
from whatmatters.rules.permissions import Action

SIGN = Action.SIGN_BLOCK


@permitted_council(SIGN, post=SIGN, called=gettext_lazy("Agree a block for a patch"))
def block_new(request: Asked) -> HttpResponse:
    """A contract with its price, its funders and its first year."""
    form = NewBlockForm(sent(request))
    _offer(request, form)
    body = council_body(request.actor.council_id)

    def verb() -> int:
        told = form.cleaned_data
        given = BlockGiven(
            int(told["provider"]),
            int(told["patch"]),
            told["reference"],
            told["year_starts"],
            form.terms(),
            form.funders(body or 0),
        )
        return open_block(by=request.actor, at=request.at, given=given)

    lead = _("The price comes from the team, and is paid in 13 equal parts. No minute is counted.")
    title = _("Agree a block for a patch")
    return priced_page(request, form, verb, lambda: price_of(form), {"title": title, "lead": lead})


@permitted_council(SIGN, post=SIGN, called=gettext_lazy("Another price for a block"))
def block_amend(request: Asked, block_id: int, review_id: int) -> HttpResponse:
    """Another price, as a joint review decided."""
    block = found_block(request, block_id)
    now = priced(request.actor.council_id, (block,))[block.id]
    form = AmendForm(sent(request), was=now.terms)

    def verb() -> int:
        return amend_block(
            by=request.actor,
            at=request.at,
            block_id=block.id,
            review_id=review_id,
            from_instalment=form.cleaned_data["from_instalment"],
            terms=form.terms(),
        )

    lead = _("As the joint review decided. The old price holds until the day before.")
    title = _("Another price for %(reference)s") % {"reference": block.reference}
    shown = {"title": title, "lead": lead, "facts": block}
    return priced_page(request, form, verb, lambda: price_of(form), shown)


@permitted_council(SIGN, post=SIGN, called=gettext_lazy("Another year of a block"))
def block_next_year(request: Asked, block_id: int) -> HttpResponse:
    """The same contract for the year after."""
    block = found_block(request, block_id)
    next_day = block.last_day + timedelta(days=1)
    form = NextYearForm(sent(request), initial={"year_starts": next_day})

    def verb() -> int:
        return sign_block(
            by=request.actor,
            at=request.at,
            contract_id=block.contract_id,
            year_starts=form.cleaned_data["year_starts"],
        )

    def price() -> ShownPrice | None:
        day = form.cleaned_data["year_starts"] if form.is_bound else next_day
        found = price_on(request.actor.council_id, block.contract_id, day)
        return None if found is None else shown_price(*found)

    lead = _("At the terms that the contract has on that day.")
    shown = {
        "title": _("Another year of a block"),
        "lead": lead,
        "facts": block,
        "price": None if form.is_bound else price(),
    }
    return priced_page(request, form, verb, price, shown)


def _offer(request: Asked, form: PriceForm) -> None:
    council_id = request.actor.council_id
    welsh = (get_language() or "").startswith("cy")
    named = {pk: (cy or en) if welsh else en for pk, (en, cy) in providers(council_id).items()}
    bodies = organisations_outside(council_id)
    choose = ("", _("Choose one"))
    nobody = ("", _("Nobody: the council pays all"))
    patches = patch_names(council_id, welsh=welsh)
    offered = (
        ("provider", choose, named),
        ("patch", choose, patches),
        ("other_payer", nobody, bodies),
    )
    for name, first, found in offered:
        rows = [first, *((str(pk), said) for pk, said in found.items())]
        form.fields[name].choices = rows  # type: ignore[attr-defined]
