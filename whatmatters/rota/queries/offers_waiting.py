"""What happened today in teams whose day is the reader's to plan, and nobody has answered yet."""

from datetime import date

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.rota.queries.offers import OfferFacts, unanswered
from whatmatters.rota.queries.own_teams import teams_to_plan
from whatmatters.rules.permissions import Action


def offers_waiting(actor: Actor, on: date) -> tuple[OfferFacts, ...]:
    """Of plans that are in use still, the oldest first; nothing for who plans no day.

    One query where nothing happened in the whole council.
    """
    if not may_in_council(actor, Action.KEEP_ROTA):
        return ()
    found = unanswered(actor.council_id, on)
    teams = teams_to_plan(actor, on) if found else {}
    return tuple(one for one in found if one.team_id in teams)
