"""Default deny: every request is decided before its view runs."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from whatmatters.access.web.asked import Asked, actor_of, moment_of
from whatmatters.access.web.drafting import finish_sent, keep_sent
from whatmatters.access.web.marks import Mark, mark_of
from whatmatters.access.web.open_pages import OPEN, OWN_ACCOUNT
from whatmatters.access.web.second_factor import missing
from whatmatters.rules.days import london_day

# A form that was taken leads on to another page; one that was refused is shown again.
LED_ON = (302, 303)


class Access:
    """Stands behind Django's authentication. Its marks then decide who may do what."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in LED_ON and hasattr(request, "wm_decided"):
            finish_sent(request, request.wm_decided)
        return response

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """A redirect to sign-in or to the second factor, a refusal, or None: the view may run."""
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page in OPEN:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(keep_sent(request) or request.get_full_path())
        actor = actor_of(request)
        if actor is not None:
            elsewhere = missing(request, actor, page)
            if elsewhere is not None:
                keep_sent(request)
                return elsewhere
        if page in OWN_ACCOUNT:
            return None
        self._decide(request, page, mark_of(view))
        return None

    def _decide(self, request: HttpRequest, page: str, mark: Mark | None) -> None:
        """Give the view who asks and when; refuse a page that nothing decides."""
        actor = actor_of(request)
        if actor is None or mark is None or mark.action is None:
            raise PermissionDenied
        asked = cast(Asked, request)
        asked.actor = actor
        asked.at = moment_of(request)
        asked.today = london_day(asked.at)
        if request.method == "POST" and page != "drafts":
            request.wm_decided = actor  # type: ignore[attr-defined]
