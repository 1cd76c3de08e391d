"""When a judgement opens and closes, who may, and what stands beside the answers."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, a_case, a_person, an_actor, moment
from tests.fixtures.reviewed import AFTER, ENDS, Agreed, an_agreed, answered, opened, said
from whatmatters.outcomes.models import Judgement
from whatmatters.outcomes.queries import satisfactions
from whatmatters.outcomes.queries.judging import (
    _views,
    judgement,
    judgement_of_version,
    judgements_of,
    judgements_open,
)
from whatmatters.outcomes.services import (
    AnswerAlreadyGiven,
    FindingGiven,
    JudgementAlreadyOpen,
    JudgementNotOpen,
    JudgementSealed,
    JudgementTooEarly,
    TimeToAnswerTooShort,
    answer_judgement,
    conclude_review,
    open_judgement,
    record_family_view,
    record_findings,
    record_satisfaction,
)
from whatmatters.outcomes.services.voices import VoiceRefused
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.outcomes import Cause, Party, Satisfaction
from whatmatters.rules.people import LinkKind
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role

UNTIL = ENDS + timedelta(days=14)


def whole(found: Agreed, tenths: int | None) -> dict[int, int | None]:
    """The same share for every outcome."""
    return dict.fromkeys(found.outcomes, tenths)


@pytest.mark.parametrize(
    ("on", "until", "refusal"),
    [
        (ENDS - timedelta(days=1), None, JudgementTooEarly),
        (STARTS - timedelta(days=1), None, JudgementTooEarly),
        (ENDS, ENDS - timedelta(days=1), TimeToAnswerTooShort),
    ],
    ids=["before its review", "before its plan", "no time to answer"],
)
def test_a_judgement_opens_at_its_time(
    db: None, on: date, until: date | None, refusal: type[Exception]
) -> None:
    found = an_agreed()
    with pytest.raises(refusal):
        open_judgement(
            by=found.case.social_worker,
            at=moment(AFTER),
            version_id=found.version_id,
            on=on,
            until=until,
        )
    assert not Judgement.objects.exists()


def test_a_judgement_opens_once_and_by_the_council(db: None) -> None:
    found = an_agreed()
    for nobody in (found.case.manager, found.person.actor):
        with pytest.raises(VoiceRefused):
            open_judgement(by=nobody, at=moment(ENDS), version_id=found.version_id, on=ENDS)
    judgement_id = opened(found)
    assert judgement_of_version(found.case.council_id, found.version_id) == judgement_id
    with pytest.raises(JudgementAlreadyOpen):
        opened(found)


def test_another_council_sees_and_does_nothing(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    other = a_case("W06000003")
    assert judgement(other.council_id, judgement_id, on=AFTER) is None
    assert judgements_of(other.council_id, found.person.id, on=AFTER) == ()
    with pytest.raises(Absent):
        answer_judgement(
            by=other.commissioner,
            at=moment(AFTER),
            judgement_id=judgement_id,
            party=Party.COUNCIL,
            answers=[said(found.outcomes[0], 10)],
            on=AFTER,
        )


def test_nobody_finds_while_it_is_sealed_and_nobody_answers_once_concluded(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    case = found.case
    answered(found, judgement_id, Party.PERSON, whole(found, 0))
    findings = [FindingGiven(outcome, cause=Cause.PROVIDER) for outcome in found.outcomes]
    told = {"by": case.social_worker, "judgement_id": judgement_id}
    with pytest.raises(JudgementSealed):
        record_findings(**told, at=moment(UNTIL), findings=findings, on=UNTIL)
    after = UNTIL + timedelta(days=1)
    record_findings(**told, at=moment(after), findings=findings, on=after)
    conclude_review(**told, at=moment(after), on=after)
    with pytest.raises(JudgementNotOpen):
        answered(found, judgement_id, Party.PROVIDER, whole(found, 10), on=after)


def test_satisfaction_is_the_persons_and_the_familys_view_is_apart(db: None) -> None:
    found = an_agreed()
    judgement_id = opened(found)
    case = found.case
    at = moment(AFTER)
    told = {"at": at, "judgement_id": judgement_id, "on": AFTER}
    for nobody in (case.manager, case.social_worker):
        with pytest.raises(VoiceRefused):
            record_satisfaction(by=nobody, answer=Satisfaction.SATISFIED, **told)
    record_satisfaction(by=found.person.actor, answer=Satisfaction.NEITHER, **told)
    with pytest.raises(AnswerAlreadyGiven):
        record_satisfaction(by=found.person.actor, answer=Satisfaction.SATISFIED, **told)
    daughter = an_actor(case.system, Role.FAMILY, None, "Eleri")
    family = {"name": "Eleri O'Neill", "relationship": "merch", "words": "Mae hi'n hapusach"}
    with pytest.raises(VoiceRefused):
        record_family_view(by=daughter, **family, **told)
    link = NewLink(found.person.id, daughter.user_id, LinkKind.FAMILY, STARTS, "merch")
    link_people(by=case.social_worker, at=at, links=[link])
    record_family_view(by=daughter, **family, **told)
    with pytest.raises(VoiceRefused):
        record_family_view(by=case.manager, **family, **told)
    view = judgement(case.council_id, judgement_id, on=UNTIL + timedelta(days=1))
    assert view is not None
    assert view.satisfaction is not None
    assert view.satisfaction.answer == "neither"
    assert [(v.name, v.words) for v in view.family_views] == [
        ("Eleri O'Neill", "Mae hi'n hapusach")
    ]
    assert all(a.tenths is None for o in view.outcomes for a in o.answers.values())
    (facts,) = satisfactions(case.council_id, ENDS, ENDS, on=UNTIL + timedelta(days=1))
    assert (facts.answer, facts.proxy) == ("neither", False)


def test_two_judgements_take_as_many_queries_as_one(db: None, django_assert_num_queries) -> None:
    found = an_agreed()
    opened(found)
    council = found.case.council_id
    for person in (None, a_person(found.case, "Arall")):
        if person is not None:
            opened(an_agreed(found.case, person, found.contract_id))
        with django_assert_num_queries(4):
            judgements_open(council, on=AFTER)
        with django_assert_num_queries(5):
            _views(Judgement.objects.of(council), AFTER)
