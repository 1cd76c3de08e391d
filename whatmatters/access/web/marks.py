"""What decides a page: one mark on its view. A page without a mark is refused for everybody.

Nobody related to a person: 404, since her being here is already something to know. Related, but
the action is not theirs: 403. A method that the page does not have: 405.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.functional import Promise

from whatmatters.access.queries import Sight, may_in_council, sight_of
from whatmatters.access.queries.looks import has_looked
from whatmatters.access.services import harvests, record_look
from whatmatters.access.web.again import is_again, kept_before
from whatmatters.access.web.asked import Asked
from whatmatters.rules.permissions import Action

P = ParamSpec("P")
View = Callable[Concatenate[Asked, P], HttpResponse]
AnyView = Callable[..., HttpResponse]
PersonOf = str | Callable[..., int | None]

Guard = Callable[[Asked], HttpResponse | None]
_guards: list[Guard] = []

SAFE = ("GET", "HEAD")
FOUND = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """What decides one page: reading needs `action`, sending needs `post`; None: it has no form.

    `called` names its form in the list of what somebody has begun.
    """

    action: Action | None
    post: Action | None = None
    about_person: bool = False
    called: str | Promise = ""


def register_guard(guard: Guard) -> None:
    """Have every sent page looked at before its view: an answer stops it, None lets it through."""
    if guard not in _guards:
        _guards.append(guard)


def mark_of(view: object) -> Mark | None:
    """The mark of a view, through whatever wraps it."""
    found: Mark | None = getattr(view, "wm_mark", None)
    return found


def public(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A page for everybody, signed in or not. Its name stands in `open_pages.py` as well."""
    view.wm_mark = Mark(None)  # type: ignore[attr-defined]
    return view


def permitted_council(
    action: Action, *, post: Action | None = None, called: str | Promise = ""
) -> Callable[[View[P]], AnyView]:
    """A page that is not about one person. Its rows are scoped by the view's own queries."""
    mark = Mark(action, post, called=called)

    def decorate(view: View[P]) -> AnyView:
        def decided(request: Asked, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may_in_council(request.actor, action):
                raise PermissionDenied
            needed = _needed(request, mark)
            if needed is None:
                return _no_such_method(mark)
            if not may_in_council(request.actor, needed):
                raise PermissionDenied
            return _guarded(request) or view(request, *args, **kwargs)

        return _marked(view, decided, mark)

    return decorate


def permitted(
    action: Action,
    *,
    person: PersonOf,
    post: Action | None = None,
    looked: bool = True,
    called: str | Promise = "",
) -> Callable[[View[P]], AnyView]:
    """A page about one person.

    `person` is the name of the address's argument that is her id, or a function of council_id and
    the address's arguments that finds it (None: no such page). Whoever reads the page is written
    down once a day as having looked, unless `looked` is False.
    """
    mark = Mark(action, post, about_person=True, called=called)

    def decorate(view: View[P]) -> AnyView:
        def decided(request: Asked, *args: Any, **kwargs: Any) -> HttpResponse:
            needed = _needed(request, mark)
            try:
                request.sight = _sight(request, person, kwargs)
                _check(request.sight, action)
                _check(request.sight, needed or action)
            except (Http404, PermissionDenied):
                if is_again(request):
                    return kept_before(request)
                raise
            if needed is None:
                return _no_such_method(mark)
            new = looked and request.method in SAFE and _is_new(request)
            response = _guarded(request) or view(request, *args, **kwargs)
            if new and response.status_code == FOUND:
                _write_look(request)
            return response

        return _marked(view, decided, mark)

    return decorate


def _guarded(request: Asked) -> HttpResponse | None:
    if request.method in SAFE:
        return None
    return next((answer for guard in _guards if (answer := guard(request)) is not None), None)


def _sight(request: Asked, person: PersonOf, arguments: dict[str, Any]) -> Sight:
    if isinstance(person, str):
        person_id = cast(int | None, arguments[person])
    else:
        person_id = person(request.actor.council_id, **arguments)
    if person_id is None:
        raise Http404
    return sight_of(request.actor, person_id, request.today, at=request.at)


def _check(sight: Sight, action: Action) -> None:
    if Action.SEE_RECORD not in sight.actions:
        raise Http404
    if action not in sight.actions:
        raise PermissionDenied


def _needed(request: HttpRequest, mark: Mark) -> Action | None:
    """The action that this method needs; None when the page does not have the method."""
    if request.method in SAFE:
        return mark.action
    return mark.post if request.method == "POST" else None


def _no_such_method(mark: Mark) -> HttpResponse:
    return HttpResponseNotAllowed([*SAFE, "POST"] if mark.post else [*SAFE])


def _is_new(request: Asked) -> bool:
    """Whether this reader has not looked at her today; refused past what one may open in a day."""
    by, person_id = request.actor, request.sight.person_id
    if has_looked(by.council_id, person_id, by.user_id, request.today):
        return False
    if harvests(by=by, at=request.at, on=request.today):
        raise PermissionDenied
    return True


def _write_look(request: Asked) -> None:
    record_look(
        by=request.actor,
        at=request.at,
        on=request.today,
        person_id=request.sight.person_id,
        why=request.sight.why,
    )


def _marked(view: Callable[..., HttpResponse], decided: AnyView, mark: Mark) -> AnyView:
    found = wraps(view)(decided)
    found.wm_mark = mark  # type: ignore[attr-defined]
    return found
