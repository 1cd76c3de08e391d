"""What each of the three has answered to a version, or that they have not yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import PlanAnswerFacts
from whatmatters.outcomes.web.code_words import ANSWERS, AUTHORITIES
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority

MARKS = {Party.PERSON: "person", Party.PROVIDER: "worker", Party.COUNCIL: "org"}


@dataclass(frozen=True, slots=True)
class VoiceShown:
    """One party's box: its mark and name, a note below it, what it said in its own words."""

    mark: str
    name: str
    note: str
    flag: tuple[str, str]
    words: str
    by: str
    is_person: bool


def party_names(person: str, provider: str) -> dict[Party, str]:
    """What the three are called on a page."""
    return {Party.PERSON: person, Party.PROVIDER: provider, Party.COUNCIL: _("The council")}


def voices(
    answers: Sequence[PlanAnswerFacts],
    called: Mapping[Party, str],
    users: Mapping[int, str],
    *,
    waiting: bool,
) -> tuple[VoiceShown, ...]:
    """The three boxes. `waiting`: the version still waits for answers."""
    given = {answer.party: answer for answer in answers}
    return tuple(_voice(party, given.get(party), called, users, waiting) for party in Party)


def _voice(
    party: Party,
    answer: PlanAnswerFacts | None,
    called: Mapping[Party, str],
    users: Mapping[int, str],
    waiting: bool,
) -> VoiceShown:
    if answer is None:
        flag = ("must", _("Answer needed")) if waiting else ("quiet", _("No answer"))
        return VoiceShown(
            MARKS[party], called[party], "", flag, "", "", is_person=party is Party.PERSON
        )
    look = {Answer.AGREED: "good", Answer.AMENDMENT: "must", Answer.DECLINED: "bad"}
    return VoiceShown(
        mark=MARKS[party],
        name=called[party],
        note=_("Answered %(day)s") % {"day": day(answer.on)},
        flag=(look[answer.answer], str(ANSWERS[answer.answer])),
        words=answer.words,
        by=_given_by(party, answer, users),
        is_person=party is Party.PERSON,
    )


def _given_by(party: Party, answer: PlanAnswerFacts, users: Mapping[int, str]) -> str:
    name = users.get(answer.by_id, "")
    if party is not Party.PERSON:
        return _("Given by %(name)s.") % {"name": name}
    if answer.authority is Authority.OWN:
        return _("In their own voice.")
    return _("Given by %(name)s, %(authority)s.") % {
        "name": name,
        "authority": AUTHORITIES[answer.authority],
    }
