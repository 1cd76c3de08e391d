"""Problems as the rows of a table, in the reader's language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.exchange.queries.problems import Problems

COLUMNS = (
    gettext_lazy("File"),
    gettext_lazy("Row"),
    gettext_lazy("Column"),
    gettext_lazy("Value"),
    gettext_lazy("What was expected"),
)
Row = tuple[str, int, str, str, str]


def problem_rows(problems: Problems) -> Iterator[Row]:
    """Every problem that is told, and at the end how many more there are."""
    for one in problems.found:
        yield one.file, one.row, one.column, one.value, str(one.expected)
    more = problems.count - len(problems.found)
    if more:
        yield "", 0, "", "", _("%(more)s more problems like these") % {"more": more}
