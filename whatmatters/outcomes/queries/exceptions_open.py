"""Exceptions that nobody has answered, short enough for a first page."""

from typing import Any

from django.db.models import CharField, F, Value

from whatmatters.outcomes.models import ExceptionRaised
from whatmatters.rules.lifecycles import ExceptionState


def exceptions_to_answer(council_id: int, columns: tuple[str, ...]) -> Any:
    """Exceptions that wait for the council, as one part of what somebody decides.

    Rows of `columns`: `t_kind` "exception", `t_id` whose plan cannot go on as agreed, `t_name` her
    name and `t_on` since when.
    """
    rows: Any = ExceptionRaised.objects.of(council_id).filter(state=ExceptionState.RAISED)
    told = rows.order_by().annotate(
        t_kind=Value("exception", output_field=CharField()),
        t_id=F("version__plan__person_id"),
        t_name=F("version__plan__person__full_name"),
        t_on=F("on"),
    )
    return told.values_list(*columns)
