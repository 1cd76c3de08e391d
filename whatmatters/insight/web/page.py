"""One page of figures: the same context at every depth, and the same table to download."""

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.insight.queries.dashboard import dashboard as read
from whatmatters.insight.queries.scopes import Scope
from whatmatters.insight.web import costs_shown, shown
from whatmatters.insight.web.code_words import MODELS, REASONS, VOICES
from whatmatters.insight.web.filters import FiguresForm
from whatmatters.insight.web.gap_map import gaps_shown
from whatmatters.insight.web.table import columns, rows
from whatmatters.insight.web.whose import Whose, case_addresses, tabs
from whatmatters.rules.measures.register import Depth, MeasureClass

CSV = "csv"


def figures_page(request: Asked, scope: Scope, said: Whose) -> HttpResponse:
    """The page of one scope, or its table as CSV where the address asks for it."""
    context = figures_context(request, scope, said)
    if request.GET.get("as") == CSV:
        board: Dashboard = context["figures"]  # type: ignore[assignment]
        told = rows(board, str(context["whose"]), context["shows"])  # type: ignore[arg-type]
        return spreadsheet(f"figures-{scope.depth}-{request.today}", columns(), told)
    return render(request, "insight/dashboard.html", context)


def figures_context(request: Asked, scope: Scope, said: Whose) -> dict[str, object]:
    """What the template needs; seven queries at most."""
    board = read(scope, on=request.today)
    form = FiguresForm(request.GET)
    keys = form.shown(board)
    urls = case_addresses(request, scope, board.measures.values())
    return {
        "figures": board,
        "search": form,
        "page_has_errors": bool(form.errors),
        "shows": keys,
        "whose": said.name,
        "depth": str(scope.depth),
        "tabs": tabs(request, scope.depth),
        "is_part": scope.is_part,
        "title": shown.title(board, said.name),
        "urls": urls,
        "csv": _csv(request),
        "leading": shown.of_class(board, MeasureClass.LEADING, keys, urls),
        "counts": [m for kind in MeasureClass for m in shown.of_class(board, kind, keys, urls)],
        **_shares(board, urls),
        **_tables(board, said),
    }


def _shares(board: Dashboard, urls: dict[str, str]) -> dict[str, object]:
    """Shares that stand in a part of their own."""
    wanted = ("started_in_time", "reviews_late", "outcomes_found")
    return {
        key: shown.shown(board.shares[key], urls.get(key, ""))
        for key in wanted
        if key in board.shares
    }


def _tables(board: Dashboard, said: Whose) -> dict[str, object]:
    return {
        "voices": [str(words) for words in VOICES.values()],
        "kinds": shown.kinds(board),
        "few_proxies": 0 < board.proxies < board.minimum,
        "few_declines": 0 < board.declines.count < board.minimum,
        "starts_title": shown.starts_title(board.starts),
        "steps": shown.steps(board.starts),
        "stages": shown.stages(board.starts),
        "declines": shown.parts(board.declines.parts, REASONS),
        "spend_opens": any(part.pence is not None for part in board.spend.parts),
        "spend": shown.parts(board.spend.parts, MODELS),
        "cost_left_out": board.costs.left_out,
        "cost": costs_shown.cost_shown(board.costs.whole, ""),
        "cost_categories": costs_shown.categories(board.costs.categories),
        "cost_patches": costs_shown.patches(board.costs.patches),
        "gaps": gaps_shown(board.gaps, board.minimum, said.council_code, said.council_name),
        "one_person": board.scope.depth is Depth.CASE,
    }


def _csv(request: Asked) -> str:
    """The address of the table with the same figures."""
    asked = request.GET.copy()
    asked["as"] = CSV
    return "?" + asked.urlencode()
