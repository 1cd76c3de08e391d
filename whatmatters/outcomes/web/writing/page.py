"""The page of a draft for whoever writes it."""

from collections.abc import Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.outcomes.queries import LineFacts
from whatmatters.outcomes.web.code_words import BANDS, DELIVERERS
from whatmatters.outcomes.web.plans.bands import line_shown
from whatmatters.outcomes.web.plans.help_doubts import help_standing
from whatmatters.outcomes.web.plans.page import PlanPage, plan_page
from whatmatters.outcomes.web.plans.price_words import price_words
from whatmatters.outcomes.web.plans.voices import VoiceShown, party_names, voices
from whatmatters.outcomes.web.writing.parts import ADD, LINE, REMOVE, Part
from whatmatters.outcomes.web.writing.reading import Writing
from whatmatters.outcomes.web.writing.values import BandRow, LineRow, WritePage
from whatmatters.rules.outcomes import Band, Deliverer

HINTS = {
    Deliverer.SELF: gettext_lazy("What I do for myself"),
    Deliverer.TECHNOLOGY: gettext_lazy("What a thing can do, so that nobody has to be waited for"),
    Deliverer.FAMILY: gettext_lazy("Only what they have offered, within what they can do"),
    Deliverer.THIRD_SECTOR: gettext_lazy("Clubs, neighbours, volunteers"),
    Deliverer.SUBCONTRACTOR: gettext_lazy("What the provider buys from somebody else"),
    Deliverer.PROVIDER: gettext_lazy("What is left for paid support"),
}


def write_page(read: Writing, sight: Sight, part: Part | None) -> WritePage:
    """The page with one part open, or none."""
    shown, facts = plan_page(read.plan, sight), read.plan.content.facts
    return WritePage(
        base=shown.base,
        version_id=facts.id,
        title=shown.title,
        back=shown.back,
        record_url=shown.record_url,
        plan_url=reverse("plan_version", args=[facts.id]),
        closed="" if read.is_draft else _("This version is not being written any more."),
        lead=shown.lead,
        review=_("The review is on %(day)s.") % {"day": day(facts.review_on)},
        asked_for=_asked_for(read),
        outcomes=shown.outcomes,
        bands=tuple(_band(who, read, part, shown) for who in Deliverer),
        rates=_rates(read),
        sum=_sum(read),
        price=price_words(facts),
        days=shown.days,
        gaps=tuple(gap.what for gap in read.gaps),
        missing=tuple(_missing(shown)),
        part=part,
    )


def _asked_for(read: Writing) -> tuple[VoiceShown, ...]:
    """The boxes of those who asked for a change or declined."""
    called = party_names(read.plan.person.known_as, read.plan.provider)
    boxes = voices(read.asked_for, called, read.names, waiting=False)
    return tuple(box for box in boxes if box.words)


def _band(who: Deliverer, read: Writing, part: Part | None, shown: PlanPage) -> BandRow:
    adding = part if part is not None and part.name == ADD and part.band == who else None
    family = who is Deliverer.FAMILY
    return BandRow(
        code=str(who),
        title=str(DELIVERERS[who]),
        hint=str(HINTS[who]),
        lines=tuple(
            _line(fact, read, part)
            for fact in read.plan.content.lines
            if fact.line.deliverer is who
        ),
        part=adding,
        help=help_standing(read.plan.help, on=read.content.starts) if family else (),
        doubts=shown.doubts if family else (),
    )


def _line(fact: LineFacts, read: Writing, part: Part | None) -> LineRow:
    said = {
        found.planned.outcome_id: found.outcome.statement for found in read.plan.content.outcomes
    }
    opened = part is not None and part.name in (LINE, REMOVE) and part.position == fact.position
    shown = line_shown(fact, read.plan.rates)
    return LineRow(
        position=fact.position,
        shown=replace(shown, by=fact.line.deliverer_name) if not shown.by else shown,
        serves=tuple(said[pk] for pk in fact.line.serves if pk in said),
        part=part if opened else None,
    )


def _rates(read: Writing) -> str:
    if read.plan.content.facts.as_block:
        return _("Hours are planned and cost nothing here: the team is paid for the whole patch.")
    told = [f"{BANDS[band]} £{read.rates[band]:,.2f}" for band in Band if band in read.rates]
    first = {"day": day(read.content.starts), "rates": ", ".join(told)}
    return _("An hour costs, from %(day)s: %(rates)s.") % first if told else ""


def _sum(read: Writing) -> str:
    """The paid lines added up, as they stand on the page."""
    paid = [fact.pence for fact in read.plan.content.lines if fact.pence]
    if len(paid) < 2:
        return ""
    total = read.plan.content.facts.price
    told = f"{' + '.join(pounds(pence) for pence in paid)} = {pounds(total)}"
    if sum(paid) == total:
        return told
    return _("%(sum)s: the exact sum, rounded once") % {"sum": told}


def _missing(shown: PlanPage) -> Iterator[str]:
    if not shown.outcomes:
        yield _("Say which outcomes the plan is for.")
    if not shown.bands:
        yield _("Write at least one line.")
