"""Files are brought, looked at, and then taken in or thrown away."""

from contextlib import ExitStack
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.queries.installation import is_demo
from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.exchange.queries.alike_told import alike_told
from whatmatters.exchange.queries.known import taken_files
from whatmatters.exchange.queries.problem_table import COLUMNS, problem_rows
from whatmatters.exchange.queries.uploads import uploaded
from whatmatters.exchange.services.importing import take_in
from whatmatters.exchange.services.run import FileGiven, Taken
from whatmatters.exchange.services.uploads import keep_upload, throw_away
from whatmatters.exchange.web.forms import UploadForm
from whatmatters.exchange.web.shown import ImportShown, import_shown
from whatmatters.frontend.listing import ListForm
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.rules.permissions import Action

SHOWN = 25
WAITING = "wm_files_waiting"


@permitted_council(Action.IMPORT_RECORDS, post=Action.IMPORT_RECORDS)
def imports(request: Asked) -> HttpResponse:
    """What was taken in, and the form that brings more."""
    sent = request.method == "POST"
    form = UploadForm(request.POST, files=request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        if is_demo():
            form.refuse(_no_demo(), "sheets")
        else:
            _throw_away(request)
            files = form.cleaned_data["sheets"]
            token = keep_upload(by=request.actor, at=request.at, files=files)
            request.session[WAITING] = str(token)
            return redirect("import_preview")
    held = taken_files(request.actor.council_id, limit=SHOWN)
    names = user_names(file.by_id for file in held)
    taken = [(file, names.get(file.by_id, "")) for file in held]
    told = {"form": form, "taken": taken}
    return render(request, "exchange/imports.html", told, status=422 if sent else 200)


@permitted_council(Action.IMPORT_RECORDS, post=Action.IMPORT_RECORDS)
def import_preview(request: Asked) -> HttpResponse:
    """What would happen; sent, it happens, or the files are thrown away."""
    if request.method == "POST" and "throw_away" in request.POST:
        _throw_away(request)
        messages.success(request, _("The files have been thrown away. Nothing was taken in."))
        return redirect("imports")
    result = _taken(request, preview=request.method != "POST")
    if result is not None and result.written:
        _throw_away(request)
        messages.success(request, _("Everything was taken in."))
        if result.alike_count:
            messages.info(request, _made_new(result.alike_count))
        return redirect("imports")
    status = 422 if request.method == "POST" else 200
    told = {"page": _shown(request, result) if result else None}
    return render(request, "exchange/preview.html", told, status=status)


def _shown(request: Asked, result: Taken) -> ImportShown:
    alike = alike_told(request.actor, result.alike, on=request.today)
    return import_shown(result, alike, ListForm(request.GET))


def _made_new(count: int) -> str:
    words = ngettext(
        "%(n)s row that looks like somebody was taken in as somebody new.",
        "%(n)s rows that look like somebody were taken in as somebody new.",
        count,
    )
    return words % {"n": count}


@permitted_council(Action.IMPORT_RECORDS)
def import_problems(request: Asked) -> HttpResponse:
    """The problems as a spreadsheet."""
    result = _taken(request, preview=True)
    columns = [str(column) for column in COLUMNS]
    return spreadsheet("problems", columns, list(problem_rows(result.problems)) if result else [])


def _taken(request: Asked, *, preview: bool) -> Taken | None:
    """What the files that wait in this session do, or would do; None where none wait."""
    waiting = request.session.get(WAITING)
    paths = uploaded(request.actor.council_id, UUID(waiting)) if waiting else []
    if not paths or is_demo():
        return None
    with ExitStack() as held:
        files = [
            FileGiven(path.name, held.enter_context(path.open("rb")), path.stat().st_size)
            for path in paths
        ]
        return take_in(by=request.actor, at=request.at, files=files, preview=preview)


def _throw_away(request: Asked) -> None:
    waiting = request.session.pop(WAITING, None)
    if waiting:
        throw_away(by=request.actor, token=UUID(waiting))


def _no_demo() -> str:
    return _("This is a demonstration: nothing real is taken in beside invented people.")
