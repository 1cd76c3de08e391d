"""Three voices on how a plan went: sealed ones say who answered and when, and nothing more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import AnswerShown, FindingShown, JudgementView, OutcomeJudged
from whatmatters.outcomes.web.code_words import ACHIEVEMENTS, CAUSES, SATISFACTIONS
from whatmatters.outcomes.web.plans.voices import MARKS
from whatmatters.rules.outcomes import Achievement, Party
from whatmatters.rules.people import Authority


@dataclass(frozen=True, slots=True)
class Said:
    """What one party says of one outcome, once it may be read."""

    outcome: str
    lang: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class JudgingVoice:
    """One party's box: sealed (dashed), waited for, or open with what it said."""

    mark: str
    name: str
    note: str
    flag: tuple[str, str] | None
    sealed: bool
    told: str
    said: tuple[Said, ...]
    is_person: bool


@dataclass(frozen=True, slots=True)
class FoundShown:
    """The council's finding on one outcome, written for all three to read."""

    outcome: str
    lang: str
    share: str
    cause: str
    reason: str
    by: str
    differs: bool
    disagreement: bool


@dataclass(frozen=True, slots=True)
class ApartShown:
    """Words kept apart from the three answers: the family's view, or how satisfied she is."""

    title: str
    words: str
    by: str
    name: str


@dataclass(frozen=True, slots=True)
class GoingShown:
    """One judgement on the record or on its own pages."""

    title: str
    sealed: bool
    voices: tuple[JudgingVoice, ...]
    findings: tuple[FoundShown, ...]
    satisfaction: ApartShown | None
    family: tuple[ApartShown, ...]


def going(
    view: JudgementView, called: Mapping[Party, str], *, on: date, own: bool = False
) -> GoingShown:
    """A judgement as it is shown on one day. `called`: what the three are called; `own`: to her."""
    return GoingShown(
        title=_title(view),
        sealed=view.sealed,
        voices=tuple(_voice(view, party, called[party], on) for party in Party),
        findings=tuple(_findings(view.outcomes)),
        satisfaction=_satisfaction(view, called[Party.PERSON], own=own),
        family=tuple(
            ApartShown(
                _("The family’s view, apart from the person’s own"),
                seen.words,
                f"{seen.name}, {seen.relationship}, {day(seen.at)}",
                seen.name,
            )
            for seen in view.family_views
        ),
    )


def share_words(achieved: Achievement, tenths: int | None) -> str:
    """ "Partly achieved: 6 of 10"."""
    words = str(ACHIEVEMENTS[achieved])
    if achieved is not Achievement.PARTLY or tenths is None:
        return words
    return f"{words}: " + _("%(tenths)s of 10") % {"tenths": tenths}


def _title(view: JudgementView) -> str:
    if view.sealed:
        return _("End of the plan: sealed until all three have answered")
    opened = {"day": day(view.opened_on)}
    if view.concluded:
        return _("End of the plan, from %(day)s: concluded") % opened
    return _("End of the plan, from %(day)s: open to all three") % opened


def _voice(view: JudgementView, party: Party, name: str, on: date) -> JudgingVoice:
    answered = next((a for a in view.answered if a.party is party), None)
    complete = answered is not None and answered.complete
    note = _("Answered %(day)s") % {"day": day(answered.at)} if answered else _("Not answered")
    flag, told = None, ""
    if view.sealed and complete:
        flag = ("sealed", _("Sealed"))
        told = _("The answer is kept shut so that it cannot sway the others, nor they it.")
    elif view.sealed and on <= view.until:
        flag = ("must", _("Due by %(day)s") % {"day": day(view.until)})
        told = _("When all three have answered, all open together.")
    return JudgingVoice(
        mark=MARKS[party],
        name=name,
        note=note,
        flag=flag,
        sealed=view.sealed and complete,
        told=told,
        said=tuple(_said(view.outcomes, party)),
        is_person=party is Party.PERSON,
    )


def _said(outcomes: Iterable[OutcomeJudged], party: Party) -> Iterator[Said]:
    for outcome in outcomes:
        answer: AnswerShown | None = outcome.answers.get(party)
        if answer is not None:
            words = share_words(answer.achieved, answer.tenths)
            yield Said(outcome.statement, str(outcome.language), words, answer.words)


def _findings(outcomes: Iterable[OutcomeJudged]) -> Iterator[FoundShown]:
    for outcome in outcomes:
        if outcome.finding is not None:
            yield _found(outcome, outcome.finding)


def _found(outcome: OutcomeJudged, finding: FindingShown) -> FoundShown:
    told = {"name": finding.by_name, "day": day(finding.on)}
    return FoundShown(
        outcome=outcome.statement,
        lang=str(outcome.language),
        share=_("%(tenths)s of 10") % {"tenths": finding.tenths},
        cause=str(CAUSES[finding.cause]) if finding.cause else "",
        reason=finding.reason,
        by=_("Found by %(name)s for the council, %(day)s.") % told,
        differs=finding.differs,
        disagreement=outcome.disagreement,
    )


def _satisfaction(view: JudgementView, name: str, *, own: bool) -> ApartShown | None:
    found = view.satisfaction
    if found is None:
        return None
    hers = found.authority in (Authority.OWN, Authority.SUPPORTED)
    by = _("%(name)s’s own answer") if hers else _("Answered for %(name)s")
    if own and hers:
        by = _("My own answer")
    return ApartShown(str(SATISFACTIONS[found.answer]), found.words, by % {"name": name}, name)
