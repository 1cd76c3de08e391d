"""Figures in words: each rate with what it was counted from, each part with its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from whatmatters.frontend.charts import Chart, Stage, stage_bar
from whatmatters.frontend.templatetags.wm import percent
from whatmatters.insight.queries.dashboard import Dashboard, Measured, Starts
from whatmatters.insight.queries.parts import Part
from whatmatters.insight.web.code_words import KINDS, STAGES, VOICES
from whatmatters.insight.web.figure_words import FIGURES
from whatmatters.outcomes.queries.judged_figures import Voice
from whatmatters.rules.measures.rates import Rate
from whatmatters.rules.measures.register import Depth, MeasureClass


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure as the page shows it; `rate.interval` None: too few to tell.

    `url` opens it to the cases behind, where the reader may see any.
    """

    name: str
    counted: str
    how: str
    rate: Rate
    url: str


@dataclass(frozen=True, slots=True)
class KindShown:
    """Outcomes of one kind, in each voice."""

    name: str
    cells: tuple[tuple[str, Rate], ...]


def shown(measured: Measured, url: str = "") -> MeasureShown:
    """A measure with its words."""
    words = FIGURES[measured.measure.words]
    interval = measured.rate.interval
    counts = {"n": f"{interval.numerator:,}", "d": f"{interval.denominator:,}"} if interval else {}
    return MeasureShown(
        name=str(words.name),
        counted=str(words.counted) % counts if interval else "",
        how=str(words.how),
        rate=measured.rate,
        url=url if measured.rate.shown else "",
    )


def of_class(
    board: Dashboard, kind: MeasureClass, keys: frozenset[str], urls: Mapping[str, str]
) -> list[MeasureShown]:
    """The shares of one class that are asked for, in the order of the register."""
    return [
        shown(measured, urls.get(key, ""))
        for key, measured in board.shares.items()
        if measured.measure.kind is kind and key in keys
    ]


def title(board: Dashboard, whose: str) -> str:
    """The most important thing, as a sentence."""
    if board.scope.depth is Depth.WORKER:
        return _("How it goes for the people you work with")
    measured = board.shares.get("outcomes_achieved")
    if measured is None or measured.rate.interval is None:
        if board.scope.depth is Depth.TEAM:
            return _("How it goes for the people of %(team)s") % {"team": whose}
        return _("Too few reviews yet to say how people’s lives are going")
    share = percent(measured.rate.interval.share)
    return _("People say that %(share)s of their outcomes were achieved") % {"share": share}


def kinds(board: Dashboard) -> list[KindShown]:
    """The table of kinds and voices."""
    return [
        KindShown(
            str(KINDS[row.kind]),
            tuple((str(VOICES[Voice(voice)]), rate) for voice, rate in row.voices.items()),
        )
        for row in board.kinds
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


def steps(starts: Starts) -> list[tuple[str, str]]:
    """Each step with its days; none where there are too few."""
    told = starts.stages or ()
    return [(str(words), f"{days:g}") for words, days in zip(STAGES, told, strict=bool(told))]


def stages(starts: Starts) -> Chart | None:
    """Where the days went, beside the baseline."""
    if starts.stages is None:
        return None
    told = [
        _("%(step)s: %(days)s days") % {"step": words, "days": days}
        for words, days in steps(starts)
    ]
    drawn = [Stage(words, days) for words, days in zip(told, starts.stages, strict=True)]
    heading = _("Where the days went, on average")
    return stage_bar(drawn, baseline_days=starts.baseline, title=heading, summary=". ".join(told))


def parts(told: Iterable[Part], words: object) -> list[tuple[str, Part]]:
    """Parts of a total with their names."""
    names: dict[str, object] = dict(words)  # type: ignore[call-overload]
    return [(str(names.get(part.key, part.key)), part) for part in told]
