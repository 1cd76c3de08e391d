"""The council's contracts, filtered and paged by their address."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries import ContractFacts, contract_facts
from whatmatters.commissioning.web.contract_words import stands
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.permissions import Action


class ContractFilter(ListForm):
    """Whether it runs, with whom it is, and how it pays."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Running, to come or ended")),
            ("good", gettext_lazy("Runs")),
            ("plain", gettext_lazy("To come")),
            ("quiet", gettext_lazy("Ended")),
        ],
    )
    provider = forms.ChoiceField(label=gettext_lazy("With whom"), required=False)
    way = forms.ChoiceField(label=gettext_lazy("How it pays"), required=False)


@permitted_council(Action.SEE_CONTRACTS)
def contract_list(request: Asked) -> HttpResponse:
    """Every contract of the council, the newest first."""
    held = sorted(contract_facts(request.actor.council_id), key=lambda one: (one.starts, one.id))
    names = organisation_names(one.provider_id for one in held)
    form = _filters(request, held, names)
    rows = [one for one in reversed(held) if _is_like(one, form.chosen(), request)]
    shown = paging(form, len(rows))
    context = {
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": shown,
        "rows": [
            {
                "facts": one,
                "provider": names.get(one.provider_id, ""),
                "way": WAY_NAMES.get(one.model, one.model),
                "flag": stands(one.starts, one.ends, request.today),
            }
            for one in rows[shown.start : shown.start + PER_PAGE]
        ],
        "may_compare": may_in_council(request.actor, Action.COMPARE_MODELS),
        "may_change": may_in_council(request.actor, Action.CHANGE_CONTRACTS),
    }
    return render(request, "commissioning/contracts.html", context)


def _filters(
    request: Asked, held: Sequence[ContractFacts], names: Mapping[int, str]
) -> ContractFilter:
    form = ContractFilter(request.GET)
    ways = sorted({one.model for one in held})
    form.offer("way", _("Any way of paying"), ((way, WAY_NAMES.get(way, way)) for way in ways))
    form.offer("provider", _("Anybody"), sorted(names.items(), key=lambda one: one[1]))
    return form


def _is_like(one: ContractFacts, wanted: Mapping[str, str], request: Asked) -> bool:
    told = {
        "stand": stands(one.starts, one.ends, request.today)[0],
        "provider": str(one.provider_id),
        "way": one.model,
    }
    return all(told[key] == value for key, value in wanted.items())
