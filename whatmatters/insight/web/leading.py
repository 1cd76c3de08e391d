"""The leading figures alone, for the first page of a provider's manager."""

from whatmatters.access.web import Asked
from whatmatters.insight.queries.dashboard import dashboard as read
from whatmatters.insight.web.shown import MeasureShown, of_class
from whatmatters.insight.web.views import department_of
from whatmatters.insight.web.whose import case_addresses
from whatmatters.rules.measures.register import MeasureClass


def leading_figures(request: Asked) -> tuple[MeasureShown, ...]:
    """As on the page of all figures, each opening to the people behind it (two queries)."""
    scope = department_of(request)
    wanted = {k: m for k, m in scope.measures().items() if m.kind is MeasureClass.LEADING}
    board = read(scope, on=request.today, only=tuple(wanted.values()))
    urls = case_addresses(request, scope, wanted.values())
    return tuple(of_class(board, MeasureClass.LEADING, frozenset(wanted), urls))
