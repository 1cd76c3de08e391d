"""Late facts: the difference is posted once, with its reason, and the second time there is none."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.commissioning import Line
from whatmatters.rules.corrections import Corrected, differences, posted_now

WEEK = Corrected(7, date(2026, 4, 6), "time_and_task.week", "2026-04-13")
PAIR = ("org:1", "org:2")


def week_line(pence, payer="org:1"):
    """A line of the week."""
    rule = "time_and_task.week"
    return Line(payer, "org:2", pence, rule, rule, {"rate": "22.4"}, "2026-04-13")


def test_a_late_fact_posts_the_difference_and_names_the_period_it_corrects():
    found = differences({WEEK: {PAIR: 3360}}, {WEEK: [week_line(2240)]})
    (line,) = found[WEEK]
    assert (line.pence, line.reason, line.rule, line.subject) == (
        -1120,
        "late_fact",
        "time_and_task.week",
        "2026-04-13",
    )
    assert line.inputs == {
        "period_corrected": "2026-04-06",
        "posted_pence": 3360,
        "right_pence": 2240,
        "worked_from": {"rate": "22.4"},
    }


def test_what_is_assessed_no_more_goes_back_whole_and_what_is_new_is_posted():
    assert differences({WEEK: {PAIR: 3360}}, {})[WEEK][0].pence == -3360
    assert differences({}, {WEEK: [week_line(560)]})[WEEK][0].pence == 560


def test_a_new_share_between_payers_moves_the_money_between_them():
    found = differences({WEEK: {PAIR: 100}}, {WEEK: [week_line(60), week_line(40, "org:3")]})
    assert [(line.payer, line.pence) for line in found[WEEK]] == [("org:1", -40), ("org:3", 40)]


sums = st.dictionaries(
    st.sampled_from(["2026-04-06", "2026-04-13", "2026-04-20"]), st.integers(0, 9999)
)


@given(sums, sums)
def test_after_the_difference_is_posted_nothing_differs(before, after):
    def key(week):
        return Corrected(7, date(2026, 4, 6), "time_and_task.week", week)

    posted = {key(week): {PAIR: pence} for week, pence in before.items()}
    now = {key(week): [week_line(pence)] for week, pence in after.items()}
    for corrected, lines in differences(posted, now).items():
        for parties, pence in posted_now(lines).items():
            mine = posted.setdefault(corrected, {})
            mine[parties] = mine.get(parties, 0) + pence
    assert differences(posted, now) == {}
