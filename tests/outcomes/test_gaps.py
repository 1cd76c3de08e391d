"""Gaps roll up by area; a need that nothing matches stays as it was said."""

from datetime import date

import pytest

from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.reviewed import an_agreed
from whatmatters.outcomes.models import Gap
from whatmatters.outcomes.queries.gaps import gaps_by_area, unmatched_needs
from whatmatters.outcomes.services.gaps import GapNoted, note_gaps
from whatmatters.outcomes.services.unmatched_needs import UnmatchedGiven, record_unmatched
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing

DAY = date(2026, 5, 4)


def test_the_same_gap_of_several_plans_is_one_gap_of_the_area(db: None) -> None:
    found = an_agreed()
    second = an_agreed(found.case, a_person(found.case, "Arall"), found.contract_id)
    notes = [
        GapNoted(found.version_id, date(2026, 4, 20), "Clwb cinio yn Gymraeg"),
        GapNoted(found.version_id, DAY, "clwb  cinio yn gymraeg"),
        GapNoted(second.version_id, DAY, "CLWB CINIO YN GYMRAEG"),
        GapNoted(second.version_id, DAY, "Bws gyda'r nos"),
    ]
    note_gaps(by=found.case.manager, at=moment(DAY), gaps=notes)
    first, other = gaps_by_area(found.case.council_id, date(2026, 4, 1), DAY)
    assert (first.ward_id, first.what) == (found.case.ward_id, "Clwb cinio yn Gymraeg")
    assert (first.plans, first.people) == (2, 2)
    assert (first.first_on, first.last_on) == (date(2026, 4, 20), DAY)
    assert (other.what, other.people) == ("Bws gyda'r nos", 1)
    assert gaps_by_area(found.case.council_id, date(2026, 5, 5), date(2026, 6, 1)) == ()


def test_a_gap_without_words_or_of_another_council_is_refused(db: None) -> None:
    found, other = an_agreed(), a_case("W06000003")
    notes = [GapNoted(found.version_id, DAY, "Bws"), GapNoted(found.version_id, DAY, " ")]
    with pytest.raises(WordsMissing):
        note_gaps(by=found.case.manager, at=moment(DAY), gaps=notes)
    with pytest.raises(Absent):
        note_gaps(by=other.manager, at=moment(DAY), gaps=notes[:1])
    assert not Gap.objects.exists()


def test_a_need_is_kept_as_it_was_said_and_in_no_code(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    said = "Rhywun i siarad am y môr â mi"
    needs = [UnmatchedGiven(mair.id, DAY, said)]
    (need_id,) = record_unmatched(by=case.social_worker, at=moment(DAY), needs=needs)
    (found,) = unmatched_needs(case.council_id, DAY, DAY)
    assert (found.need_id, found.person_id, found.words) == (need_id, mair.id, said)
