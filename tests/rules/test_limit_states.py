"""How what blocks a design stands on a day: by its days, and by what was answered."""

from datetime import date

import pytest

from whatmatters.rules.limits import Answered, Effect, state_on

FIRST, LAST = date(2026, 4, 1), date(2026, 9, 30)
NO = Answered(date(2026, 5, 4), Effect.STANDS)
EASED = Answered(date(2026, 5, 11), Effect.EASED, date(2026, 6, 1))
GONE = Answered(date(2026, 6, 2), Effect.GONE, date(2026, 7, 1))
BACK = Answered(date(2026, 7, 6), Effect.STANDS)


@pytest.mark.parametrize(
    ("on", "answers", "state"),
    [
        (date(2026, 3, 31), [], "to_come"),
        (FIRST, [], "stands"),
        (LAST, [], "stands"),
        (date(2026, 10, 1), [], "over"),
        (date(2026, 5, 31), [NO, EASED], "stands"),
        (date(2026, 6, 1), [NO, EASED], "eased"),
        # announced to be gone: until then it is eased, as was answered before
        (date(2026, 6, 30), [GONE, NO, EASED], "eased"),
        (date(2026, 7, 1), [GONE, NO, EASED], "over"),
        # they took it back, and that counts from the day on which they said so
        (date(2026, 7, 5), [NO, EASED, GONE, BACK], "over"),
        (date(2026, 7, 6), [NO, EASED, GONE, BACK], "stands"),
    ],
)
def test_how_it_stands_on_a_day(on: date, answers: list[Answered], state: str) -> None:
    assert state_on(on, FIRST, LAST, answers) == state


def test_of_two_answers_of_one_day_the_last_holds() -> None:
    since = Answered(NO.on, Effect.GONE, NO.on)
    assert state_on(NO.on, FIRST, None, [NO, since]) == "over"
    assert state_on(NO.on, FIRST, None, [since, NO]) == "stands"
