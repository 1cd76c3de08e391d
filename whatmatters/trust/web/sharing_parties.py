"""With whom a record may be or was shared, and what of it, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day
from whatmatters.people.queries import LinkFacts, links
from whatmatters.rules.people import LinkKind
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.queries import ConsentFacts, consents_of
from whatmatters.trust.web.words import TOPICS


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is let in, with the topics in force (title, and how it was said)."""

    key: str
    name: str
    relationship: str
    topics: tuple[tuple[str, str], ...]
    user_id: int | None = None
    held: frozenset[Topic] = frozenset()


@dataclass(frozen=True, slots=True)
class Parties:
    """Everybody with whom something is or could be shared now, and what was taken back."""

    now: tuple[Party, ...]
    ended: tuple[str, ...]


def parties(request: Asked, person_id: int) -> Parties:
    """Read in a constant number of queries."""
    council_id, on = request.actor.council_id, request.today
    told = consents_of(council_id, person_id)
    let_in = [
        link for link in links([person_id], on).get(person_id, ()) if link.kind != LinkKind.SELF
    ]
    users = {x.user_id for x in let_in} | {c.by_id for c in told} | {c.user_id or 0 for c in told}
    bodies = {c.organisation_id for c in told if c.organisation_id}
    names, organisations = names_together(users, bodies)
    held = [c for c in told if c.in_force(on)]
    people = tuple(_user(link, held, names) for link in _once(let_in))
    invited = {c.organisation_id for c in held if c.organisation_id}
    others = tuple(_body(pk, organisations[pk], held, names) for pk in sorted(invited))
    return Parties(people + others, _ended(told, on, names, organisations))


def _once(let_in: Iterable[LinkFacts]) -> list[LinkFacts]:
    return list({link.user_id: link for link in let_in}.values())


def _user(link: LinkFacts, held: list[ConsentFacts], names: dict[int, str]) -> Party:
    theirs = [c for c in held if c.user_id == link.user_id]
    return Party(
        key=f"user-{link.user_id}",
        name=names.get(link.user_id, ""),
        relationship=link.relationship,
        topics=_topics(theirs, names),
        user_id=link.user_id,
        held=frozenset(c.topic for c in theirs),
    )


def _body(pk: int, name: str, held: list[ConsentFacts], names: dict[int, str]) -> Party:
    theirs = [c for c in held if c.organisation_id == pk]
    topics = _topics(theirs, names)
    return Party(f"organisation-{pk}", name, "", topics, held=frozenset(c.topic for c in theirs))


def _topics(theirs: list[ConsentFacts], names: dict[int, str]) -> tuple[tuple[str, str], ...]:
    order = list(Topic)
    found = sorted(theirs, key=lambda consent: order.index(consent.topic))
    return tuple((str(TOPICS[c.topic][0]), how_words(c, names)) for c in found)


def how_words(consent: ConsentFacts, names: dict[int, str]) -> str:
    """Since when, until when, and how it was said."""
    said = {
        ConsentHow.OWN_WORDS: _("said in own words"),
        ConsentHow.SUPPORTED: _("said with help from %(helper)s"),
        ConsentHow.DECIDER: _("decided by who has the authority to"),
    }[consent.how] % {"helper": consent.helped_by}
    told = {"since": day(consent.starts), "said": said, "writer": names.get(consent.by_id, "")}
    if consent.ends:
        words = _("From %(since)s until %(until)s; %(said)s. Written down by %(writer)s.")
        return words % (told | {"until": day(consent.ends)})
    return _("Since %(since)s; %(said)s. Written down by %(writer)s.") % told


def _ended(
    told: tuple[ConsentFacts, ...],
    on: date,
    names: dict[int, str],
    organisations: dict[int, str],
) -> tuple[str, ...]:
    over = [c for c in told if not c.in_force(on) and c.starts <= on]
    return tuple(
        _("%(topic)s: shared with %(name)s from %(since)s to %(until)s.")
        % {
            "topic": TOPICS[c.topic][0],
            "name": names.get(c.user_id or 0) or organisations.get(c.organisation_id or 0, ""),
            "since": day(c.starts),
            "until": day(c.ended_at or c.ends or on),
        }
        for c in over
    )
