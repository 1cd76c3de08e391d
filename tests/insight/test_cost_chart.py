"""What an outcome cost, drawn: the rows of the table and no other, with their intervals."""

from django.utils.translation import override

from whatmatters.insight.web.costs_shown import CostShown, _chart

ROWS = [
    CostShown("Food", 40, 60, 20, 128_000, 92_000, 181_000),
    CostShown("Money", 6, 9, 5, None, None, None),
]


def test_the_chart_says_in_words_what_it_draws() -> None:
    chart = _chart(ROWS, "Costs")
    assert [row.words for row in chart.rows] == ["Food", "Money"]
    # The scale ends at £2,000: £1,280 stands at 10 + 380 x 0.64.
    assert (chart.rows[0].dot, chart.rows[1].dot) == ("253.2", "")
    assert [words for _, words in chart.ticks] == ["£0", "£1,000", "£2,000"]
    assert chart.summary == (
        "Food: £1,280.00, likely between £920.00 and £1,810.00. Money: too few to tell."
    )
    with override("cy"):
        assert "Money: rhy ychydig i ddweud." in _chart(ROWS, "Costs").summary


def test_nothing_is_drawn_where_every_row_is_too_few() -> None:
    assert _chart(ROWS[1:], "Costs") is None
