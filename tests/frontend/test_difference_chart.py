"""The chart of differences: less to the left of its line, more to the right."""

import pytest
from django.template import Context, Template

from tests.frontend.strict_html import faults
from whatmatters.frontend.charts import Range, difference_chart

pytestmark = pytest.mark.once


def a_chart(*ranges: Range):
    return difference_chart(ranges, words=str, title="More <or> less", summary="All of it")


def test_nothing_stands_in_the_middle_and_the_scale_is_as_long_either_way() -> None:
    chart = a_chart(Range("a", 0, -50, 50), Range("b", -100, -100, -100), Range("c"))
    first, second, untold = chart.rows
    assert (first.low, first.dot, first.high) == ("105.0", "200.0", "295.0")
    assert (second.low, second.dot) == ("10.0", "10.0")
    assert (untold.dot, untold.low) == ("", "")
    assert [words for _, words in chart.ticks] == ["-100", "0", "100"]
    html = Template("{% load wm %}{% chart c %}").render(Context({"c": chart}))
    assert faults(html) == []
    assert "More &lt;or&gt; less</title>" in html
    assert "Too few to tell" in html


def test_without_a_row_that_can_be_told_there_is_none() -> None:
    assert a_chart(Range("a"), Range("b")) is None
    with pytest.raises(ValueError, match="does not lie between"):
        a_chart(Range("a", 5, 6, 7))
