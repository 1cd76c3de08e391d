"""What stands in each column, and the empty files."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted_council
from whatmatters.exchange.queries.columns_told import empty_files, kinds_told
from whatmatters.rules.permissions import Action


@permitted_council(Action.IMPORT_RECORDS)
def exchange_columns(request: Asked) -> HttpResponse:
    """Every kind of file with its columns."""
    return render(request, "exchange/columns.html", {"kinds": kinds_told()})


@permitted_council(Action.IMPORT_RECORDS)
def exchange_templates(request: Asked) -> HttpResponse:
    """Empty files of every kind, with the page about them in both languages."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in empty_files().items():
            archive.writestr(name, text)
    named = {"Content-Disposition": 'attachment; filename="empty.zip"'}
    return HttpResponse(packed.getvalue(), content_type="application/zip", headers=named)
