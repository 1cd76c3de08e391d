"""A price for short-term support tried on what is over (R-TR-04): by hand, and on its page.

1050.00 for three weeks: 5000 pence a day. 150.00 at the follow-up: all of it for managing without
support, half for a smaller package, a quarter for the same.
"""

from datetime import date, timedelta
from fractions import Fraction

from django.urls import reverse

from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.short import CLOCK, FIRST, an_episode, read
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.episodes.services import end_episode
from whatmatters.policy.queries import dated_rules
from whatmatters.rules.commissioning_models.short_term import EndState, Terms
from whatmatters.rules.comparing.episodes_tried import Past, Priced, priced
from whatmatters.rules.episodes import ReadingKind
from whatmatters.rules.roles import InstallationKind

TODAY = date(2026, 8, 3)
TABLE = {
    EndState.INDEPENDENT: Fraction(1),
    EndState.SMALLER: Fraction(1, 2),
    EndState.SAME: Fraction(1, 4),
}
TERMS = Terms(Fraction(1050), 3, 0, Fraction(150), TABLE)
APRIL = date(2026, 4, 6)


def past(days: int, state: EndState, *, followed: bool = True, extended: bool = False) -> Past:
    return Past(APRIL, APRIL + timedelta(days=days - 1), extended, state, followed)


EPISODES = [
    past(21, EndState.INDEPENDENT),
    past(10, EndState.INDEPENDENT, followed=False),
    past(10, EndState.SAME),
    past(28, EndState.LARGER, extended=True),
]


def test_each_is_priced_by_its_days_its_end_and_its_follow_up():
    assert priced(TERMS, EPISODES, dated_rules()) == (
        # 21 days, and the whole price for managing early; 150.00 for the one followed up
        Priced(EndState.INDEPENDENT, 2, 1, 105_000 + 105_000, 15_000),
        # ten days at 5000; 150.00 / 4
        Priced(EndState.SAME, 1, 1, 50_000, 3_750),
        # four weeks: 1050.00 x 4 / 3; an end that the table leaves out earns nothing
        Priced(EndState.LARGER, 1, 1, 140_000, 0),
    )


def test_fewer_weeks_pay_for_no_day_after_them():
    shorter = Terms(Fraction(700), 2, 0, Fraction(0), TABLE)
    # 5000 a day for 14 days; ten; and for the one that was extended 21
    assert [one.days_pence for one in priced(shorter, EPISODES, dated_rules())] == [
        70_000 + 70_000,
        50_000,
        105_000,
    ]


def test_of_nothing_nothing_is_told():
    assert priced(TERMS, [], dated_rules()) == ()


def a_council(ends: tuple[EndState, ...]) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    case = a_case()
    for number, state in enumerate(ends):
        episode = an_episode(case, a_person(case, f"Mair Tried{number}"))
        read(case, episode, ReadingKind.BASELINE, FIRST, 12)
        by = {"by": case.social_worker, "at": moment(CLOCK)}
        end_episode(**by, episode_id=episode, on=CLOCK, state=state)
        if number:
            read(case, episode, ReadingKind.FOLLOW_UP, date(2026, 6, 29), 17)
    return case


def told(actor: Actor, asked: dict[str, object] | None = None, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse("episodes_tried"), asked or {})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert faults(page) == []
    return " ".join(page.partition("<main")[2].split())


def test_the_page_prices_what_is_over_and_says_what_hangs_on_the_ends(db: None) -> None:
    case = a_council((EndState.INDEPENDENT, EndState.INDEPENDENT, EndState.SMALLER))
    # At first the newest contract's own terms stand in the boxes, and nothing is worked out.
    first = told(case.commissioner)
    assert 'value="1050.00"' in first
    assert 'value="50"' in first
    assert "What each end would have been paid" not in first
    asked = {"price": "840", "weeks": "3", "element": "£300", "independent": "100", "smaller": "40"}
    page = told(case.commissioner, asked)
    # 3 x 840.00; 300.00 for the one of two that was followed up, and 120.00: 2940.00
    assert "£2,940.00 for 3 episodes" in page
    assert "Of each hundred pounds, 14 hang on how they ended." in page  # 420 / 2940
    assert "at most £300.00 to a provider" in page
    assert "1 episode was not followed up" in page
    assert "Until now £0.00 was paid for the same episodes." in page
    assert "Too few are over to tell" in page
    assert "Mair" not in page
    assert "£2,940.00 am 3 cyfnod" in told(case.commissioner, asked, "cy")
    assert (
        reverse("episodes_tried")
        in browser_of(case.commissioner).get(reverse("episode_states")).content.decode()
    )


def test_finance_comes_from_the_comparison_and_goes_back_to_it(db: None) -> None:
    """The counts of ends are not hers to read: no link of the page leads there."""
    case = a_council((EndState.INDEPENDENT,))
    compared = browser_of(case.finance).get(reverse("compare_models")).content.decode()
    assert f'href="{reverse("episodes_tried")}"' in compared
    page = browser_of(case.finance).get(reverse("episodes_tried")).content.decode()
    assert f'href="{reverse("compare_models")}"' in page
    assert f'href="{reverse("episode_states")}"' not in page


def test_what_cannot_be_tried_is_said_by_its_question(db: None) -> None:
    case = a_council(())
    assert "there is nothing to try a price on" in told(case.commissioner)
    asked = {"price": "a lot", "weeks": "0", "element": "-1", "independent": "101"}
    page = told(case.commissioner, asked)
    for words in (
        "Write an amount of money in pounds, such as 1240.50",
        "The amount must not be less than nothing",
        "Ensure this value is less than or equal to 100.",
        "Ensure this value is greater than or equal to 1.",
    ):
        assert words in page
    assert "What each end would have been paid" not in page
