"""Which part of a draft is open: its small form stands in its place within the whole plan."""

from dataclasses import dataclass

from django.http import HttpRequest

from whatmatters.outcomes.web.sent import sent
from whatmatters.outcomes.web.writing.day_forms import DaysForm, DraftForm, WholeForm, days_of
from whatmatters.outcomes.web.writing.line_form import LineForm, RemoveLineForm, line_initial
from whatmatters.outcomes.web.writing.outcome_form import OutcomesForm, outcomes_initial
from whatmatters.outcomes.web.writing.reading import Writing
from whatmatters.rules.outcomes import Deliverer

DAYS, OUTCOMES, LINE, ADD, REMOVE, PROPOSE = "days", "outcomes", "line", "add", "remove", "propose"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its form. `position`: of the line that it is about; `band`: where it is added."""

    name: str
    form: DraftForm
    position: int | None = None
    band: str = ""


def chosen(request: HttpRequest, read: Writing, named: str) -> Part | None:
    """The part that the address names (`days`, `line-3`, `add-family` ...); None for none of them,
    or where nothing can be written any more."""
    if named == PROPOSE:
        return Part(PROPOSE, propose_form(request, read, mine=True))
    if not read.is_draft:
        return None
    if named == DAYS:
        return Part(DAYS, DaysForm(sent(request), initial=_lock(read) | days_of(read.content)))
    if named == OUTCOMES:
        return Part(OUTCOMES, _outcomes_form(request, read))
    return _line_part(request, read, *named.partition("-")[::2])


def propose_form(request: HttpRequest, read: Writing, *, mine: bool) -> WholeForm:
    """The form of the whole plan's button; its fields share no id with the part that is open."""
    data = sent(request) if mine else None
    return WholeForm(data, initial=_lock(read), auto_id="propose_%s")


def _line_part(request: HttpRequest, read: Writing, name: str, which: str) -> Part | None:
    if name == ADD and which in set(Deliverer):
        return Part(ADD, _line_form(request, read, None, which), band=which)
    position = _places(read).get(which)
    if name == LINE and position is None and request.method == "POST":
        # Somebody took the line out meanwhile: what was typed is asked again as a new line.
        return Part(ADD, _line_form(request, read, None), band=request.POST.get("deliverer", ""))
    if name == LINE and position is not None:
        return Part(LINE, _line_form(request, read, position), position)
    if name == REMOVE and position is not None:
        what = {"what": read.content.lines[position - 1].what}
        form = RemoveLineForm(sent(request), initial=_lock(read) | what, position=position)
        return Part(REMOVE, form, position)
    return None


def _outcomes_form(request: HttpRequest, read: Writing) -> OutcomesForm:
    initial = _lock(read) | outcomes_initial(read.wanted, read.content)
    block = read.plan.content.facts.as_block
    return OutcomesForm(sent(request), initial=initial, outcomes=read.wanted, block=block)


def _line_form(
    request: HttpRequest, read: Writing, position: int | None, adding: str = ""
) -> LineForm:
    was = None if position is None else read.content.lines[position - 1]
    return LineForm(
        sent(request),
        initial=_lock(read) | line_initial(was, adding),
        outcomes=read.plan.content.outcomes,
        rates=read.rates,
        was=was,
        position=position,
        block=read.plan.content.facts.as_block,
    )


def _lock(read: Writing) -> dict[str, object]:
    return {"lock": read.lock}


def _places(read: Writing) -> dict[str, int]:
    """The places of the lines, from 1, as an address names them."""
    return {str(n): n for n in range(1, len(read.content.lines) + 1)}
