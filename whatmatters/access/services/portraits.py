"""Pictures of people, put up by nobody but whom they show."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.models import Portrait, User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.access.queries.relationships import may_in_council
from whatmatters.access.services.audit import audit
from whatmatters.access.services.redrawing import redrawn
from whatmatters.rules.permissions import Action


def put_up_portrait(*, by: Actor, at: datetime, sent: bytes) -> None:
    """Show this picture of oneself in this council from now on, instead of any before.

    Raises NotAllowed, NoPicture, PictureTooLarge and PictureTooSmall.
    """
    if not may_in_council(by, Action.SHOW_PICTURE):
        raise NotAllowed()
    picture = redrawn(sent)
    with transaction.atomic():
        # First, since it makes a second one who sends at the same moment wait.
        audit(by=by, at=at, action="picture_put_up", subject="user", subject_id=by.user_id)
        # Closed since: whoever closed it has removed what was up, and waited for nobody.
        if not User.objects.filter(pk=by.user_id, is_active=True).exists():
            raise NotAllowed()
        own = {"council_id": by.council_id, "user_id": by.user_id}
        # Not the row changed but another made: an address of the one before opens nothing now.
        Portrait.objects.filter(**own).delete()
        Portrait.objects.create(**own, picture=picture, at=at)
