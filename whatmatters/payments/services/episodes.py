"""What a run pays for a short-term episode: its days, and at the follow-up the quality element.

It reads how an episode ended and on which day it was followed up: no score.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from whatmatters.commissioning.queries import AgreementFacts
from whatmatters.episodes.queries import EpisodeSeen, episodes_seen
from whatmatters.payments.services.frozen import Frozen
from whatmatters.rules.commissioning import AgreementTerms, Line, Rules
from whatmatters.rules.commissioning_models import short_term
from whatmatters.rules.episodes import last_day
from whatmatters.rules.periods import Period

EPISODE = "episode"
Terms = AgreementTerms[short_term.Terms]
Evidence = short_term.Evidence


def episodes_of(rows: Iterable[AgreementFacts], until: date) -> dict[int, EpisodeSeen]:
    """Evidence by agreement as of a day, in three queries, or none where there is no episode."""
    wanted = {facts.source_id: facts.id for facts in rows if facts.source == EPISODE}
    found = episodes_seen(wanted, until) if wanted else {}
    return {wanted[episode]: seen for episode, seen in found.items()}


def episode_lines(
    agreement: Terms, frozen: Frozen, period: Period, rules: Rules
) -> tuple[Line, ...]:
    """The days of the period, then the follow-up where it falls in the period."""
    seen = frozen.episode
    if seen is None:
        return ()
    ran = short_term.as_it_ran(agreement, extended=seen.extended, ended_on=frozen.ended_on)
    told = _told(ran, seen, period)
    return tuple(line for one in told for line in short_term.assess(ran, one, rules).lines)


def _told(ran: Terms, seen: EpisodeSeen, period: Period) -> Iterator[Evidence]:
    clock = last_day(ran.starts, ran.terms.weeks, ran.terms.extensions)
    last = clock if ran.ends is None else min(ran.ends, clock)
    if last < ran.starts:
        return  # it never began
    if period.overlap(ran.starts, last) is not None:
        yield Evidence(period=period, end_state=seen.state)
    if seen.followed_up_on is not None and seen.followed_up_on in period and seen.state:
        yield Evidence(end_state=seen.state, followed_up_on=seen.followed_up_on)
