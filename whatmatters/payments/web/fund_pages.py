"""Funds checked: what the council paid into each, and what its provider wrote of it."""

from collections.abc import Iterator, Mapping, Sequence

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import own_organisation_only, people_allowed
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.funds.queries import fund_facts
from whatmatters.payments.queries.funds_checked import Differs, FundChecked
from whatmatters.payments.queries.funds_checked import funds_checked as checked
from whatmatters.people.queries import person_facts
from whatmatters.rules.permissions import Action


class FundFilter(ListForm):
    """Whether the two agree, and who keeps the account."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Whether they agree"),
        required=False,
        choices=[
            ("", gettext_lazy("They agree or differ")),
            ("differs", gettext_lazy("They differ")),
            ("agrees", gettext_lazy("They agree")),
        ],
    )
    provider = forms.ChoiceField(label=gettext_lazy("Who keeps the account"), required=False)


@permitted_council(Action.SEE_REMITTANCES)
def funds_checked(request: Asked) -> HttpResponse:
    """Every fund that this reader may see; those that differ say where, and come first."""
    council_id = request.actor.council_id
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    people = set(people_allowed(request.actor, Action.SEE_FUND, request.today))
    funds = [one for one in fund_facts(council_id, provider_id=own) if one.person_id in people]
    providers = organisation_names({one.provider_id for one in funds})
    found = sorted(checked(council_id, funds), key=lambda one: not one.differs)
    form = FundFilter(request.GET)
    form.offer("provider", _("Anybody"), sorted(providers.items(), key=lambda one: one[1]))
    rows = [one for one in found if _is_like(one, form.chosen())]
    part = paging(form, len(rows))
    shown = rows[part.start : part.start + PER_PAGE]
    told = {
        "own": own is not None,
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": part,
        "rows": _rows(shown, providers),
        "different": sum(bool(one.differs) for one in found),
    }
    return render(request, "payments/funds_checked.html", told)


def _is_like(one: FundChecked, wanted: Mapping[str, str]) -> bool:
    told = {
        "stand": "differs" if one.differs else "agrees",
        "provider": str(one.facts.provider_id),
    }
    return all(told[key] == value for key, value in wanted.items())


def _rows(shown: Sequence[FundChecked], providers: Mapping[int, str]) -> list[dict[str, object]]:
    people = person_facts(one.facts.person_id for one in shown)
    return [
        {
            "id": one.facts.id,
            "name": people[one.facts.person_id].full_name,
            "provider": providers[one.facts.provider_id],
            "starts": one.facts.starts,
            "council": one.council,
            "account": one.provider,
            "differs": list(_words(one)),
        }
        for one in shown
    ]


def _words(one: FundChecked) -> Iterator[str]:
    for differs in one.differs:
        told = {"council": pounds(differs.council), "account": pounds(differs.provider)}
        yield (
            f"{_which(differs)}: "
            + _("the council’s ledger says %(council)s, the account %(account)s.") % told
        )


def _which(differs: Differs) -> str:
    if differs.instalment is None:
        return _("What goes back")
    return _("Instalment %(number)s") % {"number": differs.instalment}
