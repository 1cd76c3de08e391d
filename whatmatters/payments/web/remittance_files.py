"""A statement to take away: a spreadsheet, a page for paper, a PDF where WeasyPrint is there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council
from whatmatters.access.web.made_by import made_by
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.frontend.tagged_pdf import has_pdf, tagged_pdf
from whatmatters.payments.web.remittance_pages import found_statement
from whatmatters.payments.web.remittance_rows import columns, rows
from whatmatters.payments.web.statement_lines import shown_lines
from whatmatters.rules.periods import Period
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_REMITTANCES)
def remittance_csv(request: Asked, remittance_id: int) -> HttpResponse:
    """Every line with how it was worked, as a file that no spreadsheet runs."""
    parts, names = found_statement(request, remittance_id)
    lines = shown_lines(request.actor, request.today, (x for part in parts for x in part.lines))
    return spreadsheet(
        f"statement-{remittance_id}",
        columns(),
        rows(parts, lines, names),
        made_by=made_by(request.actor, request.at),
    )


@permitted_council(Action.SEE_REMITTANCES)
def remittance_print(request: Asked, remittance_id: int) -> HttpResponse:
    """The same table as one page of paper, without the site around it."""
    return render(request, "payments/remittance_print.html", _paper(request, remittance_id))


@permitted_council(Action.SEE_REMITTANCES)
def remittance_pdf(request: Asked, remittance_id: int) -> HttpResponse:
    """The page for paper as a tagged PDF; the page itself, which says so, without WeasyPrint."""
    context = _paper(request, remittance_id)
    if not has_pdf():
        return render(request, "payments/remittance_print.html", context)
    text = render_to_string("payments/remittance_pdf.html", context)
    named = f'attachment; filename="statement-{remittance_id}.pdf"'
    return HttpResponse(
        tagged_pdf(text),
        content_type="application/pdf",
        headers={"Content-Disposition": named},
    )


def _paper(request: Asked, remittance_id: int) -> dict[str, object]:
    parts, names = found_statement(request, remittance_id)
    lines = shown_lines(request.actor, request.today, (x for part in parts for x in part.lines))
    facts = parts[0].facts
    return {
        "payee": names[facts.payee_id],
        "facts": facts,
        "period": Period(facts.period_start, facts.period_end),
        "parts": [
            {
                "payer": names[part.facts.payer_id],
                "payer_id": part.facts.payer_id,
                "facts": part.facts,
                "lines": [lines[line.line_id].line for line in part.lines],
            }
            for part in parts
        ],
        "paid": sum(part.facts.paid for part in parts),
        "title": _("Statement %(number)s") % {"number": remittance_id},
        "has_pdf": has_pdf(),
        "made_by": made_by(request.actor, request.at),
        "language": get_language() or "en-gb",
    }
