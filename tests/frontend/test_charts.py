"""Charts: where things stand, what is refused, and that they are told without colour or script."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from tests.frontend.strict_html import faults
from whatmatters.frontend.charts import (
    Range,
    Stage,
    Step,
    Ward,
    interval_bar,
    range_chart,
    stage_bar,
    ward_map,
)
from whatmatters.frontend.charts.ranges import scale_end


def drawn(chart: object) -> str:
    return Template("{% load wm %}{% chart c %}").render(Context({"c": chart}))


def test_interval_stands_on_a_line_from_nothing_to_all() -> None:
    bar = interval_bar(value=Decimal("0.5"), low=0, high=1)
    assert (bar.low, bar.dot, bar.high) == ("10.0", "200.0", "390.0")
    assert faults(drawn(bar)) == []
    assert 'aria-hidden="true"' in drawn(bar)


def test_interval_with_a_label_is_a_picture_with_a_title() -> None:
    html = drawn(interval_bar(value=0.5, low=0.4, high=0.6, label="Half <of them>"))
    assert 'role="img"' in html
    assert "Half &lt;of them&gt;</title>" in html


@pytest.mark.parametrize(("value", "low", "high"), [(0.5, 0.6, 0.7), (0.5, -0.1, 0.7), (1, 1, 1.1)])
def test_interval_refuses_what_cannot_be(value: float, low: float, high: float) -> None:
    with pytest.raises(ValueError, match=r"is not a share|does not lie"):
        interval_bar(value=value, low=low, high=high)


def test_interval_forgives_what_floats_miss() -> None:
    bar = interval_bar(value=0, low=1e-17, high=0.2)
    assert (bar.low, bar.dot) == ("10.0", "10.0")


def test_wilson_bar_is_the_interval_bar() -> None:
    html = Template("{% load wm %}{% wilson_bar 0.4 0.6 0.5 %}").render(Context({}))
    assert html == drawn(interval_bar(value=0.5, low=0.4, high=0.6))


def test_stages_inside_the_promise_show_what_is_to_spare() -> None:
    bar = stage_bar([Stage("a", 21), Stage("b", 7)], title="Days", summary="21 and 7")
    assert [(b.x, b.width, b.label) for b in bar.blocks] == [
        ("1.0", "318.0", "21"),
        ("321.0", "104.7", "7"),
    ]
    assert bar.spare is not None
    assert bar.spare.label == "14 to spare"
    assert bar.promise_at is None
    assert faults(drawn(bar)) == []
    with override("cy"):
        assert stage_bar([Stage("a", 28)]).spare.words == "14 dros ben"


def test_stages_past_the_promise_show_where_it_ended() -> None:
    bar = stage_bar([Stage("a", 84)])
    assert (bar.spare, bar.promise_at) == (None, "320.0")
    assert "The promise: six weeks" in drawn(bar)


def test_no_stage_at_all_is_all_to_spare() -> None:
    assert stage_bar([]).spare.label == "42 to spare"


def test_map_has_a_key_and_tells_its_steps_by_more_than_colour() -> None:
    wards = [Ward("W1", "A", "M0 0H9", 0), Ward("W2", "B", "M9 0H9", 1)]
    html = drawn(ward_map(wards, [Step("None"), Step("1 or 2")], title="Gaps", summary="Few"))
    assert "url(#" in html
    assert "1 or 2" in html
    assert "<desc" in html
    assert faults(html) == []


def test_map_refuses_a_step_without_words() -> None:
    with pytest.raises(ValueError, match="W1 has step 1"):
        ward_map([Ward("W1", "A", "M0 0", 1)], [Step("None")], title="t", summary="s")


def test_ranges_stand_on_one_scale_that_ends_past_the_longest() -> None:
    rows = [Range("Bath", 100, 50, 390), Range("Chapel <now>"), Range("Garden", 200, 200, 200)]
    chart = range_chart(rows, words=str, title="Costs", summary="All of it")
    # The scale ends at 400, so 100 is a quarter of the way from 10 to 390.
    bath, chapel, garden = chart.rows
    assert (bath.low, bath.dot, bath.high) == ("57.5", "105.0", "380.5")
    assert (chapel.dot, garden.dot) == ("", "200.0")
    assert chart.ticks == (("10.0", "0"), ("200.0", "200"), ("390.0", "400"))
    html = drawn(chart)
    assert faults(html) == []
    assert (html.count("<circle"), html.count("Too few to tell")) == (2, 1)
    assert "Chapel &lt;now&gt;" in html
    with override("cy"):
        assert "Rhy ychydig i ddweud" in drawn(chart)


def test_ranges_are_not_drawn_where_nothing_can_be_told_and_refuse_what_cannot_be() -> None:
    told = {"words": str, "title": "t", "summary": "s"}
    assert range_chart([Range("Bath")], **told) is None
    for wrong in (Range("a", 5, 6, 7), Range("a", 8, 6, 7), Range("a", 1, -1, 7)):
        with pytest.raises(ValueError, match="does not lie between"):
            range_chart([wrong], **told)


@pytest.mark.parametrize(
    ("longest", "end"), [(3, 10), (10, 10), (101, 200), (390, 400), (401, 500)]
)
def test_a_scale_ends_at_a_round_number(longest: float, end: int) -> None:
    assert scale_end(longest) == end
