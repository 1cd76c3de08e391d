"""What every page knows about its reader."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.web.asked import actor_of, installation_of, moment_of
from whatmatters.access.web.drafting import draft_of_page
from whatmatters.access.web.made_by import made_by
from whatmatters.access.web.marks import mark_of
from whatmatters.access.web.role_words import signed_in_as
from whatmatters.frontend.navigation import Item, entries, items
from whatmatters.rules.permissions import WITHOUT_SECOND_FACTOR
from whatmatters.rules.roles import InstallationKind


def reader(request: HttpRequest) -> dict[str, Any]:
    """Context processor: who reads, their menu and draft, a way out, and of a demonstration."""
    actor = actor_of(request) if hasattr(request, "user") else None
    opened = [item for item in items() if actor is not None and may_open(actor, item)]
    shown = [item.called_by(actor.roles) for item in opened] if actor else []
    return {
        "actor": actor,
        "signed_in": signed_in_as(actor) if actor else "",
        "printed_by": made_by(actor, moment_of(request)) if actor else "",
        "draft": SimpleLazyObject(lambda: draft_of_page(request)),
        "navigation": entries(shown, request),
        "quick_exit": actor is not None and bool(actor.roles & WITHOUT_SECOND_FACTOR),
        "demo_notice": installation_of(request).kind == InstallationKind.DEMO,
        "demo_day": installation_of(request).as_of,
        "identity_providers": _providers(),
    }


def _providers() -> list[dict[str, str]]:
    """The bodies whose own sign-in may be used, by their name in the reader's language."""
    welsh = (get_language() or "").startswith("cy")
    return [
        {"id": one.id, "name": (one.name_cy if welsh else "") or one.name_en or one.id}
        for one in settings.IDENTITY_PROVIDERS
    ]


def may_open(actor: Actor, item: Item) -> bool:
    """Whether a page belongs in this reader's menu: by its roles and by its own mark."""
    if item.roles and not item.roles & actor.roles:
        return False
    try:
        mark = mark_of(resolve(reverse(item.url_name)).func)
    except (NoReverseMatch, Resolver404):
        return False
    return mark is not None and (mark.action is None or may_in_council(actor, mark.action))
