"""Blocks of patches, filtered and paged by their address."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.blocks.queries import BlockFacts, block_facts
from whatmatters.blocks.queries.floors import floor_of, known_until
from whatmatters.blocks.queries.priced import priced
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.places.queries.recorded import patch_names
from whatmatters.rules.permissions import Action

STANDS = [
    ("", gettext_lazy("Running, to come, over or undone")),
    ("runs", gettext_lazy("Runs today")),
    ("to_come", gettext_lazy("To come")),
    ("over", gettext_lazy("Over")),
    ("undone", gettext_lazy("Undone")),
]


class BlockFilter(ListForm):
    """Whether it runs, for which patch and with whom."""

    stand = forms.ChoiceField(label=gettext_lazy("Stands"), required=False, choices=STANDS)
    patch = forms.ChoiceField(label=gettext_lazy("Patch"), required=False)
    provider = forms.ChoiceField(label=gettext_lazy("Provider"), required=False)


@permitted_council(Action.SEE_BLOCKS)
def block_list(request: Asked) -> HttpResponse:
    """Every block that this reader may see, the newest year first."""
    council_id, today = request.actor.council_id, request.today
    own = own_organisation_only(request.actor, Action.SEE_BLOCKS)
    found = block_facts(council_id, provider_id=own)
    names = organisation_names(one.provider_id for one in found)
    patches = patch_names(council_id, welsh=(get_language() or "").startswith("cy"))
    form = BlockFilter(request.GET)
    held = {one.patch_id: patches.get(one.patch_id, "") for one in found}
    form.offer("patch", _("Any patch"), _by_name(held))
    form.offer("provider", _("Anybody"), _by_name(names))
    rows = [one for one in found if _is_like(one, form.chosen(), today)]
    part = paging(form, len(rows))
    shown = rows[part.start : part.start + PER_PAGE]
    prices, under = _prices(council_id, found, shown, today)

    def named(one: BlockFacts) -> tuple[BlockFacts, str, str]:
        return one, held[one.patch_id], names[one.provider_id]

    context = {
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": part,
        "known_until": known_until(),
        "may_sign": may_in_council(request.actor, Action.SIGN_BLOCK),
        "blocks": [(*named(one), prices[one.id], _stand(one, today)) for one in shown],
        "under": [(*named(one), law) for one, law in under],
    }
    return render(request, "blocks/block_list.html", context)


def _prices(
    council_id: int, found: Sequence[BlockFacts], shown: Sequence[BlockFacts], today: date
) -> tuple[dict[int, int], list[tuple[BlockFacts, tuple[date, Decimal]]]]:
    """Pence by block of those shown; and of all that are not over, whose floor is too low."""
    going = [one for one in found if one.last_day >= today]
    told = priced(council_id, tuple({one.id: one for one in (*shown, *going)}.values()))
    floors = [(one, floor_of(one, told[one.id]).under) for one in going]
    under = [(one, law) for one, law in floors if law is not None]
    return {pk: one.price.pence for pk, one in told.items()}, under


def _by_name(names: Mapping[int, str]) -> list[tuple[int, str]]:
    return sorted(names.items(), key=lambda one: one[1])


def _stand(one: BlockFacts, today: date) -> str:
    if one.undone:
        return "undone"
    if today < one.starts:
        return "to_come"
    return "runs" if today <= one.last_day else "over"


def _is_like(one: BlockFacts, wanted: Mapping[str, str], today: date) -> bool:
    told = {
        "stand": _stand(one, today),
        "patch": str(one.patch_id),
        "provider": str(one.provider_id),
    }
    return all(told[key] == value for key, value in wanted.items())
