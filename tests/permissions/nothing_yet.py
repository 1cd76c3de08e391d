"""A council in which nothing has happened: its readers, and a person of whom nothing is written."""

from tests.fixtures.case import a_case, a_person
from tests.permissions.world import Place, make_team, seat_readers
from whatmatters.access.models import User

# What an address can have as its argument, where nothing has happened.
THERE = {"person_id", "user_id", "provider_id", "team_id", "figure"}


def a_place_with_nothing_yet(code: str) -> Place:
    """The same readers as `a_place` has, and nothing for them to read."""
    place = Place(code, a_case(code))
    herself = a_person(place.case, "Nest Wŷn")
    place.ids["person_id"] = herself.id
    place.readers["person:self"] = User.objects.get(pk=herself.actor.user_id)
    seat_readers(place)
    make_team(place)
    return place
