"""Dated lists of short-term episodes: instruments by version, and end states."""

from datetime import date

from whatmatters.policy.queries import read_policy
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import Instrument


def instruments() -> tuple[Instrument, ...]:
    """Every instrument in each of its versions, with the day from which it may be read first."""
    rows = read_policy("national", "episodes")["instruments"]
    keys = ("code", "version", "name", "name_cy", "least", "most", "starts")
    return tuple(Instrument(**{key: row[key] for key in keys}) for row in rows)


def end_states(on: date) -> frozenset[EndState]:
    """The end states that may be told of an episode that begins on a day."""
    rows = read_policy("national", "episodes")["end_states"]
    held = [row for row in rows if row["starts"] <= on]
    if not held:
        return frozenset()
    newest = max(held, key=lambda row: row["starts"])
    return frozenset(EndState(code) for code in newest["codes"])
