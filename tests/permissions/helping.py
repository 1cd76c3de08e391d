"""What somebody close to her offers, and asks for as her carer, in every council of the walk."""

from datetime import date
from typing import Any
from uuid import uuid4

from tests.fixtures.case import moment
from whatmatters.access.queries import actor_for
from whatmatters.letters.services import MessageGiven, send_message
from whatmatters.people.services import HelpOffered, offer_help
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language


def offer(place: Any, on: date) -> None:
    """Adds offer_id and request_id: by who is let in and sees nothing else of her."""
    user_id = place.readers["family:family"].pk
    by = actor_for(user_id, council_id=place.case.council_id, on=on)
    offered = HelpOffered(place.canaries["help"], "Sundays", "I cannot lift", Language.ENGLISH)
    person_id = int(str(place.ids["person_id"]))
    place.ids["offer_id"] = offer_help(
        by=by, at=moment(on), on=on, person_id=person_id, offered=offered
    )
    asked = place.canaries["carer"]
    given = MessageGiven(person_id, MessageKind.CARER_SUPPORT, asked, Language.ENGLISH, uuid4())
    place.ids["request_id"] = send_message(by=by, at=moment(on), message=given)
