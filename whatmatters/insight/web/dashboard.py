"""The dashboard: a sentence, leading measures first, each rate with what it was counted from."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.charts import Chart, Stage, stage_bar
from whatmatters.frontend.templatetags.wm import percent
from whatmatters.insight.queries.dashboard import Dashboard, Measured, Part, Starts
from whatmatters.insight.queries.dashboard import dashboard as read
from whatmatters.insight.web.figure_words import KINDS, MEASURES, MODELS, REASONS, VOICES
from whatmatters.insight.web.gap_map import GapsShown, gaps_shown
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.places.queries import council
from whatmatters.rules.measures.rates import Rate
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure as the page shows it; `rate.interval` None: too few to tell."""

    name: str
    counted: str
    how: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class KindShown:
    """Outcomes of one kind, in each voice."""

    name: str
    cells: tuple[tuple[str, Rate], ...]


@permitted_council(Action.SEE_DASHBOARD)
def dashboard(request: Asked) -> HttpResponse:
    """The department's figures; to a provider's people, their own organisation's."""
    return render(request, "insight/dashboard.html", dashboard_context(request))


def dashboard_context(request: Asked) -> dict[str, object]:
    """What the dashboard's template needs, in nine queries at most."""
    own = own_organisation_only(request.actor, Action.SEE_DASHBOARD)
    figures = read(request.actor.council_id, on=request.today, provider_id=own)
    where = council(request.actor.council_id)
    return {
        "figures": figures,
        "whose": organisation_names([own]).get(own, "") if own is not None else "",
        "council": where,
        "own": own is not None,
        "title": title(figures),
        "leading": [shown(m) for m in figures.leading],
        "started_in_time": shown(figures.others["started_in_time"]),
        "reviews_late": shown(figures.others["reviews_late"]),
        "found": shown(figures.others["outcomes_found"]),
        "voices": [str(words) for words in VOICES.values()],
        "kinds": kinds(figures),
        "few_proxies": 0 < figures.proxies < figures.minimum,
        "few_declines": 0 < figures.declined < figures.minimum,
        "starts_title": starts_title(figures.starts),
        "stages": stages(figures.starts),
        "declines": parts(figures.declines, REASONS),
        "spend": parts(figures.spend, MODELS),
        "gaps": gaps(figures, where.code if where else "", where.name_en if where else ""),
    }


def title(figures: Dashboard) -> str:
    """The most important thing, as a sentence."""
    said = next((m for m in figures.leading if m.measure.key == "outcomes_achieved"), None)
    if said is None or said.rate.interval is None:
        return _("Too few reviews yet to say how people’s lives are going")
    share = percent(said.rate.interval.share)
    return _("People say that %(share)s of their outcomes were achieved") % {"share": share}


def shown(measured: Measured) -> MeasureShown:
    """A measure with its words."""
    words = MEASURES[measured.measure.words]
    interval = measured.rate.interval
    counts = (
        {"n": f"{interval.numerator:,}", "d": f"{interval.denominator:,}"} if interval else None
    )
    return MeasureShown(
        name=str(words.name),
        counted=str(words.counted) % counts if counts else "",
        how=str(words.how),
        rate=measured.rate,
    )


def kinds(figures: Dashboard) -> list[KindShown]:
    """The table of kinds and voices."""
    return [
        KindShown(
            str(KINDS[row.kind]),
            tuple((str(VOICES[Voice(voice)]), rate) for voice, rate in row.voices.items()),
        )
        for row in figures.kinds
    ]


def starts_title(starts: Starts) -> str:
    """How long a start takes, as a sentence."""
    if starts.middle is None:
        return _("Too few supports have started to say how long it takes")
    days = f"{starts.middle:g}"
    if starts.middle <= starts.baseline:
        return _("Half of the supports started within %(days)s days of the request") % {
            "days": days
        }
    return _("Half of the supports took more than %(days)s days to start") % {"days": days}


def stages(starts: Starts) -> Chart | None:
    """Where the days went, beside the baseline."""
    if starts.stages is None:
        return None
    named = (
        _("Request to first conversation: %(days)s days"),
        _("First conversation to agreed plan: %(days)s days"),
        _("Agreed plan to start: %(days)s days"),
    )
    told = [words % {"days": f"{d:g}"} for words, d in zip(named, starts.stages, strict=True)]
    drawn = [Stage(words, d) for words, d in zip(told, starts.stages, strict=True)]
    heading = _("Where the days went, on average")
    return stage_bar(drawn, baseline_days=starts.baseline, title=heading, summary=". ".join(told))


def parts(told: tuple[Part, ...], words: object) -> list[tuple[str, Part]]:
    """Parts of a total with their names."""
    names: dict[str, object] = dict(words)  # type: ignore[call-overload]
    return [(str(names.get(part.key, part.key)), part) for part in told]


def gaps(figures: Dashboard, code: str, name: str) -> GapsShown:
    """The map and the table of what was missing."""
    return gaps_shown(figures.gaps, figures.minimum, code, name)
