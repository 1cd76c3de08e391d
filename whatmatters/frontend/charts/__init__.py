"""Charts drawn by the server as SVG: no script, no inline style, always beside their figures."""

from whatmatters.frontend.charts.chart import Chart
from whatmatters.frontend.charts.differences import difference_chart
from whatmatters.frontend.charts.interval import interval_bar
from whatmatters.frontend.charts.ranges import Range, range_chart
from whatmatters.frontend.charts.stages import Stage, stage_bar
from whatmatters.frontend.charts.wards import Mark, Step, Ward, ward_map

__all__ = [
    "Chart",
    "Mark",
    "Range",
    "Stage",
    "Step",
    "Ward",
    "difference_chart",
    "interval_bar",
    "range_chart",
    "stage_bar",
    "ward_map",
]
