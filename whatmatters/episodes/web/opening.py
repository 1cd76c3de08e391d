"""The council opens an episode: no decision about eligibility comes before it (R-EL-02)."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.commissioning.queries import contract_facts
from whatmatters.episodes.queries.episodes import MODEL
from whatmatters.episodes.services import open_episode
from whatmatters.episodes.web.acting import around_all
from whatmatters.episodes.web.opening_form import OpenForm
from whatmatters.people.web.one_form import ActPage, shown, written
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Open short-term support")


@permitted(Action.AGREE_EPISODE, person="person_id", post=Action.AGREE_EPISODE, called=TITLE)
def episode_open(request: Asked, person_id: int) -> HttpResponse:
    """Its price and what each end earns are agreed before anybody knows how it ends."""
    contracts = _contracts(request)
    around = around_all(request, person_id)
    form = OpenForm(sent(request), contracts=contracts) if contracts else None
    if form is not None and request.method == "POST" and form.is_valid():
        given = form.given(person_id)
        made = written(
            request,
            form,
            lambda: open_episode(by=request.actor, at=request.at, given=given),
            around,
        )
        if made is not None:
            return redirect("episode", episode_id=made)
    page = ActPage(
        TITLE,
        _(
            "A few weeks of support, to get on one’s feet again. It is free to the person, and "
            "nobody’s eligibility is decided first. It can be made a week longer once."
        ),
        _("Open short-term support"),
        _("No provider has a contract for short-term support here. It comes first."),
    )
    return shown(request, person_id, form, page, around)


def _contracts(request: Asked) -> list[tuple[str, str]]:
    found = [
        one
        for one in contract_facts(request.actor.council_id)
        if one.model == MODEL and (one.ends is None or one.ends >= request.today)
    ]
    names = organisation_names({one.provider_id for one in found})
    return [(str(one.id), f"{names[one.provider_id]}, {one.reference}") for one in found]
