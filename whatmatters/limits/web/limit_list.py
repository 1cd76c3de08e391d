"""The register: what blocks a design, filtered and paged by its address; the same as a table."""

from collections.abc import Mapping

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.access.web.made_by import made_by
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.limits.queries import LimitFacts, limits
from whatmatters.limits.web.limit_file import columns, file_rows
from whatmatters.limits.web.words import KINDS, STATES, holder_name, way_names
from whatmatters.rules.limits import IN_THE_WAY
from whatmatters.rules.permissions import Action

SEE = Action.SEE_LIMITS
CSV = "csv"


class LimitFilter(ListForm):
    """How it stands, what it is, which way of paying it touches, and whether anybody was asked."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Today, to come or over")),
            ("now", gettext_lazy("Stands today")),
            ("to_come", gettext_lazy("To come")),
            ("over", gettext_lazy("Over")),
        ],
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        required=False,
        choices=[("", gettext_lazy("Any rule or limit")), *((str(k), KINDS[k]) for k in KINDS)],
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Way of paying that it touches"),
        required=False,
        choices=[("", gettext_lazy("Any, or none in particular")), *WAY_NAMES.items()],
    )
    query = forms.ChoiceField(
        label=gettext_lazy("Asked"),
        required=False,
        choices=[
            ("", gettext_lazy("Asked or not")),
            ("waits", gettext_lazy("Waits for an answer")),
            ("answered", gettext_lazy("Answered")),
            ("never", gettext_lazy("Nobody was asked")),
        ],
    )


@permitted_council(SEE)
def limit_list(request: Asked) -> HttpResponse:
    """Each entry that this reader may see, the newest first."""
    own = own_organisation_only(request.actor, SEE)
    held = limits(request.actor.council_id, body_id=own)
    bodies = organisation_names(one.body_id for one in held if one.body_id is not None)
    form = LimitFilter(request.GET)
    rows = [one for one in held if _is_like(one, form.chosen(), request)]
    if request.GET.get("as") == CSV:
        told = file_rows(rows, bodies, request.today)
        mark = made_by(request.actor, request.at)
        return spreadsheet(f"limits-{request.today}", columns(), told, made_by=mark)
    page = paging(form, len(rows))
    context = {
        "rows": [
            {
                "facts": one,
                "kind": KINDS[one.kind],
                "holder": holder_name(one, bodies),
                "ways": way_names(one.ways),
                "flag": STATES[one.state(request.today)],
                "asked": asked_words(one),
            }
            for one in rows[page.start : page.start + PER_PAGE]
        ],
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": page,
        "csv": f"{form.address()}&as={CSV}" if form.chosen() else f"?as={CSV}",
        "may_keep": may_in_council(request.actor, Action.KEEP_LIMITS),
        "own": own is not None,
    }
    return render(request, "limits/limit_list.html", context)


def asked_words(one: LimitFacts) -> str:
    """Whether anybody was asked, and whether they answered."""
    if not one.asked:
        return _("Nobody was asked")
    return _("Waits for an answer") if one.waiting else _("Answered")


def _is_like(one: LimitFacts, wanted: Mapping[str, str], request: Asked) -> bool:
    state = one.state(request.today)
    told = {
        "stand": {"now" if state in IN_THE_WAY else str(state)},
        "kind": {str(one.kind)},
        "way": set(one.ways),
        "query": {"never" if not one.asked else "waits" if one.waiting else "answered"},
    }
    return all(value in told[key] for key, value in wanted.items())
