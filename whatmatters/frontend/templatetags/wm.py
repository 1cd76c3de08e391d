"""Template tags and filters for what is ours: money, days, whose it is, own words, charts."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Protocol

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from whatmatters.frontend.charts import Chart, interval_bar
from whatmatters.frontend.marks import FLAG_LOOKS, KINDS, SIZES, initials
from whatmatters.frontend.statement import Line

register = template.Library()


class Spell(Protocol):
    """Anything with a first and a last day, both included."""

    @property
    def start(self) -> date:
        """The first day."""

    @property
    def last_day(self) -> date:
        """The last day."""


@register.filter
def pounds(pence: int | None) -> str:
    """124050 as £1,240.50; less than nothing with a true minus sign before the pound."""
    if not isinstance(pence, int):
        return ""
    sign = "−" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


@register.filter
def day(when: date | None) -> str:
    """22 November 2026, 22 Tachwedd 2026; a moment is its day in London."""
    return date_format(local(when), "j F Y") if when else ""


@register.filter
def weekday(when: date | None) -> str:
    """Sunday 22 November 2026."""
    return date_format(local(when), "l j F Y") if when else ""


@register.filter
def moment(when: datetime | None) -> str:
    """22 November 2026, 8:15, by London's clock."""
    return date_format(local(when), "j F Y, G:i") if when else ""


def local(when: date) -> date:
    """A moment by London's clock; a day as it is."""
    if isinstance(when, datetime) and timezone.is_aware(when):
        return timezone.localtime(when)
    return when


@register.filter
def period_words(first: Spell | date, last: date | None = None) -> str:
    """ "26 October to 22 November 2026": a period, or a first and a last day, both included."""
    start = first if isinstance(first, date) else first.start
    end = last or (first if isinstance(first, date) else first.last_day)
    if start == end:
        return date_format(end, "j F Y")
    shape = "j F" if start.year == end.year else "j F Y"
    if (start.year, start.month) == (end.year, end.month):
        shape = "j"
    words = {"first": date_format(start, shape), "last": date_format(end, "j F Y")}
    return _("%(first)s to %(last)s") % words


@register.filter
def percent(share: Fraction | Decimal | float | None) -> str:
    """A share of 0 to 1 in whole hundredths: 74%."""
    if share is None:
        return ""
    exact = Fraction(share) * 100
    whole = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{whole}%"


@register.inclusion_tag("frontend/parts/who_mark.html")
def who_mark(kind: str, name: str, size: str = "", face: str = "") -> Mapping[str, str]:
    """Round for the person and those close, square for who is paid. Write the name beside it.

    `face` is the address of the picture that they put up, shown instead of their letters.
    """
    if kind not in KINDS or size not in SIZES:
        raise template.TemplateSyntaxError(f"no such mark: {kind} {size}")
    return {"kind": kind, "size": size, "initials": initials(kind, name, size), "face": face}


@register.inclusion_tag("frontend/parts/own_words.html")
def own_words(
    words: str,
    *,
    by: str,
    name: str,
    kind: str = "person",
    lang: str = "",
    translation: str = "",
    translation_lang: str = "",
    small: bool = False,
) -> Mapping[str, Any]:
    """What someone said, original first, with whose words they are. Others' words are smaller."""
    other = kind != "person"
    return {
        "words": words,
        "by": by,
        "name": name,
        "kind": kind,
        "lang": lang[:2],
        "translation": translation,
        "translation_lang": translation_lang[:2],
        "small": small or other,
        "other": other,
    }


@register.inclusion_tag("frontend/parts/flag.html")
def flag(kind: str, words: str) -> Mapping[str, str]:
    """A shape, a word, and last a colour."""
    return {"kind": kind, "look": FLAG_LOOKS[kind], "words": words}


@register.inclusion_tag("frontend/parts/statement_line.html")
def statement_line(line: Line, first: bool = False) -> Mapping[str, Any]:
    """A line of a statement that opens to its arithmetic."""
    return {"line": line, "first": first}


@register.inclusion_tag("frontend/parts/notices.html", takes_context=True)
def notices(context: Mapping[str, Any]) -> Mapping[str, Any]:
    """What has just been done or needs saying, from Django's messages."""
    return {"messages": context.get("messages", ())}


@register.simple_tag
def chart(drawing: Chart) -> SafeString:
    """Any chart of `frontend.charts`."""
    return render_to_string(drawing.template, {"chart": drawing})


@register.simple_tag
def wilson_bar(low: float, high: float, value: float) -> SafeString:
    """The interval bar for three shares of 0 to 1; the words beside it say the same."""
    return chart(interval_bar(value=value, low=low, high=high))
