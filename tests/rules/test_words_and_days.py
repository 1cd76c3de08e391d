"""Words and names that anybody may have; the London day of a moment."""

from datetime import UTC, date, datetime

import pytest

from whatmatters.rules.days import DayNotReached, london_day, must_be_reached
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong, WordsUnreadable
from whatmatters.rules.words import name, words


@pytest.mark.parametrize(
    "given",
    ["Siân O'Neill", "Gŵyn ap Llŷr", "Ŵ", "<script>alert(1)</script>", "n" * 200, "李小龍", "👵"],
)
def test_a_name_that_somebody_has_is_kept_as_it_is(given):
    assert name("full_name", given) == given


def test_a_circumflexed_w_is_one_letter_however_it_was_typed():
    assert name("full_name", "Gw\u0302yn") == "G\u0175yn"


def test_spaces_in_a_name_are_made_single():
    assert name("full_name", "  Mair \t Rees\n") == "Mair Rees"


@pytest.mark.parametrize("given", ["", "   ", "\n\t", "\u200b\u200d", "\u00a0"])
def test_nothing_that_can_be_seen_is_nothing(given):
    with pytest.raises(WordsMissing) as refused:
        words("test", given)
    assert refused.value.params == {"field": "test"}


def test_201_characters_are_too_many_for_a_name():
    with pytest.raises(WordsTooLong) as refused:
        name("full_name", "n" * 201)
    assert refused.value.params == {"field": "full_name", "longest": 200}


@pytest.mark.parametrize("given", ["a\x00b", "a\u202eb", "a\ud800b", "a\x1bb"])
def test_signs_that_nobody_can_see_are_refused(given):
    with pytest.raises(WordsUnreadable):
        words("words", given)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # The clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October at 01:00 UTC.
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 23, 30, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2028, 2, 29, 12, 0, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_the_day_is_the_london_day(moment, day):
    assert london_day(moment) == day


def test_a_moment_without_a_zone_has_no_day():
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2026, 3, 28, 12, 0))  # noqa: DTZ001


def test_tomorrow_is_not_reached():
    noon = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
    assert must_be_reached(date(2026, 6, 1), noon) == date(2026, 6, 1)
    with pytest.raises(DayNotReached):
        must_be_reached(date(2026, 6, 2), noon)
