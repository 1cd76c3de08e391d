"""Who does what by when, so that one person can be moved."""

from whatmatters.rules.switching import DOERS, due_by
from whatmatters.switching.queries import Placed, SwitchFacts
from whatmatters.switching.web.obstacle_words import DOERS as DOER_WORDS
from whatmatters.switching.web.obstacle_words import OBSTACLES


def steps(switch: SwitchFacts, one: Placed) -> list[tuple[object, object, object]]:
    """What is in the way, who clears it, and by which day; nothing for who is not to be moved."""
    if not one.facts.open:
        return []
    return [
        (OBSTACLES[o], DOER_WORDS[DOERS[o]], due_by(o, one.facts.moves_on, switch.notice))
        for o in one.found
    ]
