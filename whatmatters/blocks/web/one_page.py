"""A block of a patch: its price, its capacity and its open book."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.blocks.queries.floors import floor_of
from whatmatters.blocks.queries.priced import Priced, priced
from whatmatters.blocks.queries.told import estimates, is_followed, open_books, reviews, undone
from whatmatters.blocks.web.capacity_shown import capacity_of, hours_text
from whatmatters.blocks.web.one_shown import book_rows, instalment_rows, may_on
from whatmatters.blocks.web.price_shown import shown_price
from whatmatters.blocks.web.sending import found_block
from whatmatters.blocks.web.words import DECISIONS, METHODS
from whatmatters.places.queries.recorded import patch_names
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_BLOCKS)
def block(request: Asked, block_id: int) -> HttpResponse:
    """One block: the council and the provider read the same page."""
    found = found_block(request, block_id)
    council_id = request.actor.council_id
    held = priced(council_id, (found,))[found.id]
    books, estimated = open_books(found.id), estimates(found.id)
    mistake = undone(found.id) if found.undone else None
    followed = is_followed(found.id)
    who = user_names(
        [
            *(one.by_id for one in books),
            *(one.by_id for one in estimated),
            *([mistake.by_id] if mistake else []),
        ]
    )
    context = {
        "facts": found,
        "patch": _patches(council_id).get(found.patch_id, ""),
        "price": shown_price(held.terms, held.price),
        "instalments": instalment_rows(found, held.price.pence, request.today),
        "capacity": capacity_of(found, request.today),
        "estimates": [
            (one, hours_text(one.hours), METHODS[one.method], who[one.by_id]) for one in estimated
        ],
        "reviews": [(one, DECISIONS[one.decision]) for one in reviews(found.id)],
        "books": book_rows(books, who),
        "over": request.today > found.last_day,
        "undone": mistake,
        "undone_by": who[mistake.by_id] if mistake else "",
        "floor": floor_of(found, held),
        "followed": followed,
        "may": may_on(request, found, books, followed=followed),
        **_parties(found.provider_id, held),
    }
    return render(request, "blocks/block.html", context)


def _patches(council_id: int) -> dict[int, str]:
    return patch_names(council_id, welsh=(get_language() or "").startswith("cy"))


def _parties(provider_id: int, held: Priced) -> dict[str, Any]:
    names = organisation_names({provider_id, *(who for who, _ in held.payers)})
    payers = [(names[who], share) for who, share in held.payers]
    return {"provider": names[provider_id], "payers": payers}
