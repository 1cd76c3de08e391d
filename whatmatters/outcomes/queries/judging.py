"""A judgement as its readers may see it: while it is sealed, who answered and when, and no more.

`on` is the day on which somebody looks; it decides what is sealed. Nothing here hands out an
answer, a satisfaction or a family's view of a sealed judgement, to anybody, its writer included.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Prefetch

from whatmatters.access.queries.names import name_of
from whatmatters.outcomes.models import Finding, Judgement, OutcomeAnswer, PlanOutcome
from whatmatters.outcomes.queries.judgement_views import (
    Answered,
    AnswerShown,
    FamilyViewShown,
    FindingShown,
    JudgementOpen,
    JudgementView,
    OutcomeJudged,
    SatisfactionShown,
)
from whatmatters.outcomes.queries.seals import LET_GO, Seal, seal_of, seals, with_conclusions
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Achievement, Cause, Party, Satisfaction
from whatmatters.rules.people import Authority
from whatmatters.rules.shares import disagree

__all__ = [
    "AnswerShown",
    "Answered",
    "FamilyViewShown",
    "FindingShown",
    "JudgementOpen",
    "JudgementView",
    "OutcomeJudged",
    "SatisfactionShown",
    "judgement",
    "judgement_of_version",
    "judgements_of",
    "judgements_open",
]


def judgement(council_id: int, judgement_id: int, *, on: date) -> JudgementView | None:
    """One judgement; None where the council has none of that id."""
    views = _views(Judgement.objects.of(council_id).filter(pk=judgement_id), on)
    return views[0] if views else None


def judgements_of(council_id: int, person_id: int, *, on: date) -> tuple[JudgementView, ...]:
    """A person's judgements, newest first."""
    rows = Judgement.objects.of(council_id).filter(version__plan__person_id=person_id)
    return _views(rows, on)


def judgement_of_version(council_id: int, version_id: int) -> int | None:
    """The id of a version's judgement, if it was opened."""
    rows = Judgement.objects.of(council_id).filter(version_id=version_id)
    found: int | None = rows.values_list("id", flat=True).first()
    return found


def judgements_open(council_id: int, *, on: date) -> tuple[JudgementOpen, ...]:
    """Every judgement of a council that waits for answers or findings, the oldest first."""
    rows = Judgement.objects.of(council_id).filter(version__state=PlanState.AGREED)
    held = list(rows.select_related("version__plan").order_by("on", "id"))
    by_id = seals(held)
    return tuple(_open(row, by_id[row.pk], on) for row in held)


def _open(row: Judgement, seal: Seal, on: date) -> JudgementOpen:
    plan = row.version.plan
    return JudgementOpen(
        judgement_id=row.pk,
        version_id=row.version_id,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        opened_on=row.on,
        until=row.until,
        sealed=seal.closed(on),
        waiting_for=seal.waiting_for() if on <= row.until else frozenset(),
        outcome_ids=seal.asked,
    )


def _views(rows: Iterable[Judgement], on: date) -> tuple[JudgementView, ...]:
    """Five queries for any number of judgements."""
    wanted = with_conclusions(rows).order_by("-on", "-id")
    wanted = wanted.select_related("version__plan", "satisfaction")
    held = list(
        wanted.prefetch_related(
            Prefetch("answers", OutcomeAnswer.objects.select_related("by")),
            Prefetch("findings", Finding.objects.select_related("by")),
            Prefetch(
                "version__outcomes",
                PlanOutcome.objects.select_related("outcome").order_by("id"),
            ),
            "family_views",
        )
    )
    return tuple(_view(row, seal_of(row), on) for row in held)


def _view(row: Judgement, seal: Seal, on: date) -> JudgementView:
    sealed = seal.closed(on)
    plan = row.version.plan
    return JudgementView(
        judgement_id=row.pk,
        version_id=row.version_id,
        plan_id=plan.pk,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        opened_on=row.on,
        until=row.until,
        sealed=sealed,
        concluded=seal.concluded,
        in_force=row.version.state == PlanState.AGREED,
        answered=_answered(row, seal),
        outcomes=tuple(_outcome(row, kept, sealed) for kept in row.version.outcomes.all()),
        satisfaction=None if sealed else _satisfaction(row),
        family_views=() if sealed else _family_views(row),
    )


def _answered(row: Judgement, seal: Seal) -> tuple[Answered, ...]:
    last: dict[Party, datetime] = {}
    for answer in row.answers.all():
        party = Party(answer.party)
        last[party] = max(answer.at, last.get(party, answer.at))
    return tuple(
        Answered(party, last[party], seal.has_answered(party)) for party in Party if party in last
    )


def _outcome(row: Judgement, kept: PlanOutcome, sealed: bool) -> OutcomeJudged:
    outcome = kept.outcome
    finding = next((f for f in row.findings.all() if f.outcome_id == outcome.pk), None)
    retired = finding is None and outcome.state in LET_GO
    answers = {} if sealed or retired else _answers(row, outcome.pk)
    return OutcomeJudged(
        outcome_id=outcome.pk,
        statement=outcome.statement,
        language=outcome.language,
        test=outcome.test,
        payable=kept.payable,
        retired=retired,
        answers=answers,
        finding=None if sealed or finding is None else _finding(finding),
        disagreement=disagree(answer.tenths for answer in answers.values()),
    )


def _answers(row: Judgement, outcome_id: int) -> dict[Party, AnswerShown]:
    shown: dict[Party, AnswerShown] = defaultdict(lambda: NOBODY_ANSWERED)
    for answer in row.answers.all():
        if answer.outcome_id == outcome_id:
            shown[Party(answer.party)] = _answer(answer)
    return {party: shown[party] for party in Party}


NOBODY_ANSWERED = AnswerShown(Achievement.NO_ANSWER, None, None, "", "", None)


def _answer(row: OutcomeAnswer) -> AnswerShown:
    return AnswerShown(
        achieved=Achievement(row.achieved),
        tenths=row.tenths,
        authority=Authority(row.authority),
        words=row.words,
        by_name=name_of(row.by),
        on=row.on,
    )


def _finding(row: Finding) -> FindingShown:
    cause = Cause(row.cause) if row.cause else None
    return FindingShown(row.pk, row.tenths, cause, row.differs, row.reason, name_of(row.by), row.on)


def _satisfaction(row: Judgement) -> SatisfactionShown | None:
    found = getattr(row, "satisfaction", None)
    if found is None:
        return None
    return SatisfactionShown(Satisfaction(found.answer), found.words, Authority(found.authority))


def _family_views(row: Judgement) -> tuple[FamilyViewShown, ...]:
    views = sorted(row.family_views.all(), key=lambda view: view.pk)
    return tuple(FamilyViewShown(v.name, v.relationship, v.words, v.at) for v in views)
