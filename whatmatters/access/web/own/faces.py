"""The address of a picture, made for one reader and one record, and the picture behind it."""

from collections.abc import Collection
from typing import Any, NamedTuple

from django.core import signing
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse

from whatmatters.access.queries import sight_of
from whatmatters.access.queries.portraits import faces_of, picture
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.marks import permitted_council
from whatmatters.policy.pictures import face_address_lasts
from whatmatters.rules.permissions import Action

SALT = "whatmatters.access.face"
KEPT_AS = "image/jpeg"
OF_NO_RECORD = 0


def faces(
    request: Asked,
    person_id: int,
    user_ids: Collection[int] | QuerySet[Any, int],
    needs: Action = Action.SEE_RECORD,
) -> dict[int, str]:
    """By user, the address of each one's picture, for this reader of this person's pages.

    It opens while the reader may do `needs` with her. Whoever has no picture up is not there. One
    query, and none for nobody.
    """
    by = request.actor
    return {
        one.user_id: _address(by.user_id, one.portrait_id, person_id, needs)
        for one in faces_of(by.council_id, user_ids)
    }


def own_face(request: Asked) -> str:
    """The address of one's own picture; "": none is up."""
    return faces(request, OF_NO_RECORD, [request.actor.user_id]).get(request.actor.user_id, "")


@permitted_council(Action.OPEN_HOME)
def face(request: Asked, face: str) -> HttpResponse:
    """A picture, to the reader for whom its address was made: their own, or by an open record.

    404 for anybody else, for an address that is too old, and once it was taken down: which of
    them is not told.
    """
    told = _opened(face)
    if told.reader != request.actor.user_id:
        raise Http404
    found = picture(request.actor.council_id, told.portrait_id)
    if found is None or not (found.user_id == told.reader or _still(request, told)):
        raise Http404
    return HttpResponse(found.jpeg, content_type=KEPT_AS)


class _Told(NamedTuple):
    """What an address says: which reader, of whose picture, by what it opens."""

    reader: int
    portrait_id: int
    person_id: int
    needs: str


def _still(request: Asked, told: _Told) -> bool:
    sight = sight_of(request.actor, told.person_id, request.today, at=request.at)
    return Action(told.needs) in sight.actions


def _address(*told: Any) -> str:
    return reverse("face", args=[signing.dumps(_Told(*told), salt=SALT)])


def _opened(face: str) -> _Told:
    try:
        return _Told(*signing.loads(face, salt=SALT, max_age=face_address_lasts()))
    except signing.BadSignature as wrong:
        raise Http404 from wrong
