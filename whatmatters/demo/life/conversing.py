"""Conversations, profiles, and the outcomes that come of them."""

from collections.abc import Sequence
from datetime import date

from whatmatters.demo.calendar import moment
from whatmatters.demo.phrases import Phrase, one, payable, said, some, spoken_in, words
from whatmatters.demo.world import Somebody, Wish, World
from whatmatters.outcomes import services as outcomes
from whatmatters.people import services as people_services
from whatmatters.rules.outcomes import Category, OutcomeKind
from whatmatters.rules.people import Language, Speaker

MATTERS = ("conversations", "matters")


def hold(world: World, day: date, people: Sequence[Somebody]) -> None:
    """One conversation each: strengths first, then what matters; and the one-page profile."""
    for person in people:
        strengths = one(person.rng, "conversations", "strengths")
        new = outcomes.NewConversation(
            person_id=person.person_id,
            on=day,
            language=spoken_in(strengths, person.language),
            strengths=said(strengths, person.language),
            statements=tuple(_statements(world, person)),
        )
        by = person.worker
        (person.conversation_id,) = outcomes.hold_conversations(
            by=by, at=moment(day, 10), conversations=[new]
        )
        people_services.write_profiles(by=by, at=moment(day, 11), profiles=[_profile(person)])
        world.saw("conversation")


def _statements(world: World, person: Somebody) -> list[outcomes.Said]:
    matters = _not_said_yet(person)
    speaker = Speaker.SUPPORTED if person.plot.has("has_attorney") else Speaker.OWN_WORDS
    found = [_own(m, person.language, speaker) for m in matters]
    if person.plot.has("observed"):
        seen = one(person.rng, "conversations", "observed")
        found.append(
            outcomes.Said(said(seen, Language.ENGLISH), Language.ENGLISH, Speaker.OBSERVED)
        )
        world.saw("observed")
    if person.plot.has("family_speaks") and person.family:
        found.append(_relative(person))
        world.saw("proxy")
    return found


def _not_said_yet(person: Somebody) -> list[Phrase]:
    """Two things that matter; what she has said before only when nothing is left."""
    left = [m for m in words("conversations")["matters"] if m["en"] not in person.told]
    found = person.rng.sample(left, 2) if len(left) > 1 else some(person.rng, *MATTERS, 2)
    person.told.update(m["en"] for m in found)
    return found


def _own(phrase: Phrase, language: Language, speaker: Speaker) -> outcomes.Said:
    """Her own words first; for a Welsh speaker the English beside them, which she has read."""
    told, spoken = said(phrase, language), spoken_in(phrase, language)
    if spoken == Language.ENGLISH:
        return outcomes.Said(told, spoken, speaker)
    return outcomes.Said(told, spoken, speaker, translation=phrase["en"], translation_agreed=True)


def _relative(person: Somebody) -> outcomes.Said:
    name, relationship = person.rng.choice(person.family)
    phrase = one(person.rng, "conversations", "family")
    return outcomes.Said(
        said(phrase, person.language),
        spoken_in(phrase, person.language),
        Speaker.PROXY,
        speaker_name=name,
        speaker_relationship=relationship,
    )


def _profile(person: Somebody) -> people_services.NewProfile:
    phrase = one(person.rng, "conversations", "profile")
    return people_services.NewProfile(
        person.person_id,
        liked=said(phrase, person.language, "liked"),
        important=said(phrase, person.language, "important"),
        support=said(phrase, person.language, "support"),
        speaker=Speaker.OWN_WORDS,
    )


def set_wishes(world: World, day: date, people: Sequence[Somebody]) -> None:
    """Two to four outcomes each, in her own words; payable only where both reasons are written."""
    for person in people:
        templates = chosen(person)
        ids = outcomes.set_outcomes(
            by=person.worker,
            at=moment(day, 12),
            outcomes=[new_outcome(person, t, day) for t in templates],
        )
        person.wish([Wish(i, t) for i, t in zip(ids, templates, strict=True)])
        world.saw("outcome", len(ids))


def chosen(person: Somebody) -> list[Phrase]:
    """Templates that she has not had yet (or any, when few are left), one at least payable."""
    everything = list(words("outcomes")["outcome"])
    had = {w.template["en"] for w in person.ever_wished}
    left = [t for t in everything if t["en"] not in had]
    if len(left) < 4 or not any(payable(t) for t in left):
        left = everything
    found = person.rng.sample(left, person.rng.randint(1, 3) if had else person.rng.randint(2, 4))
    if any(payable(t) for t in found):
        return found
    return [*found[1:], person.rng.choice([t for t in left if payable(t)])]


def new_outcome(person: Somebody, template: Phrase, day: date) -> outcomes.NewOutcome:
    """One outcome as it is given to the service."""
    because = None
    if payable(template):
        because = outcomes.PayableBecause(
            said(template, person.language, "observable"),
            said(template, person.language, "attributable"),
        )
    return outcomes.NewOutcome(
        person_id=person.person_id,
        statement=said(template, person.language),
        language=spoken_in(template, person.language),
        category=Category(template["category"]),
        kind=OutcomeKind(template["kind"]),
        test=said(template, person.language, "test"),
        target_weeks=template["weeks"],
        set_by=Speaker.SUPPORTED if person.plot.has("has_attorney") else Speaker.OWN_WORDS,
        set_on=day,
        payable=because,
    )
