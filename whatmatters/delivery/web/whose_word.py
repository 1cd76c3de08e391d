"""Whose word a worker may write down: hers, that of who decides about her care, or the team's."""

from datetime import date

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.people.queries import deciders
from whatmatters.rules.people import Covers

HERSELF, TEAM = "herself", "team"
Choice = tuple[str, str]


def words_of(person_id: int, on: date) -> list[Choice]:
    """Whose word it can be: hers, that of each who decides about her care, or the team's alone."""
    found = [
        one for one in deciders(person_id, on) if one.covers is not Covers.PROPERTY_AND_AFFAIRS
    ]
    names = user_names(one.user_id for one in found)
    told = _("%(name)s said so to me, who decides for the person (%(authority)s)")
    return [
        (HERSELF, _("They said so to me themselves")),
        *(
            (
                str(one.id),
                told % {"name": names[one.user_id], "authority": AUTHORITIES[one.authority]},
            )
            for one in found
        ),
        (TEAM, _("The team proposes it; nobody has agreed yet")),
    ]
