"""Outcomes with their tests and progress, and the plan that serves them."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.home.queries.record import RecordRead
from whatmatters.home.web.record.values import (
    OutcomeShown,
    OutcomesShown,
    PlanShown,
    WordsShown,
)
from whatmatters.home.web.record.who import HERS
from whatmatters.outcomes.queries import NoteFacts, OutcomeFacts, VersionFacts
from whatmatters.outcomes.web.code_words import OUTCOME_KINDS, OUTCOME_STATES, state_words
from whatmatters.outcomes.web.plans.bands import bands
from whatmatters.outcomes.web.plans.price_words import price_words
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.people import Speaker
from whatmatters.rules.permissions import Action

NOTES = 2
LOOKS = {OutcomeState.ACHIEVED: "good"}


def outcomes(read: RecordRead, on: date, *, own: bool) -> OutcomesShown:
    """Every outcome, those under way first."""
    held = read.outcomes
    payable = sum(found.payable is not None for found in held)
    told = {"all": len(held), "payable": payable}
    by = _("%(all)s in all; %(payable)s can be paid by. All are followed alike.") % told
    shown = [
        (found.state is OutcomeState.ACTIVE, _outcome(found, read, on, own=own)) for found in held
    ]
    return OutcomesShown(
        by=by if held else "",
        outcomes=tuple(outcome for active, outcome in shown if active),
        earlier=tuple(outcome for active, outcome in shown if not active),
    )


def _outcome(found: OutcomeFacts, read: RecordRead, on: date, *, own: bool) -> OutcomeShown:
    notes = read.notes.get(found.id, ())
    return OutcomeShown(
        statement=found.statement,
        lang=str(found.language),
        flags=tuple(_flags(found)),
        test=found.test,
        by_when=_by_when(found, on),
        progress=tuple(_note(note, read) for note in notes[:NOTES]),
        set_by=_set_by(found, read.person.known_as, own=own),
        url=reverse("outcome", args=[found.id]),
        why_payable=(found.payable.observable, found.payable.attributable) if found.payable else (),
    )


def _flags(found: OutcomeFacts) -> Iterator[tuple[str, str]]:
    yield str(found.kind), str(OUTCOME_KINDS[found.kind])
    yield ("payable", _("Payable")) if found.payable else ("quiet", _("Not payable"))
    if found.state is not OutcomeState.ACTIVE:
        yield LOOKS.get(found.state, "plain"), str(OUTCOME_STATES[found.state])
    elif found.off_track_on:
        yield "bad", _("Off track since %(day)s") % {"day": day(found.off_track_on)}


def _by_when(found: OutcomeFacts, on: date) -> str:
    last = found.set_on + timedelta(weeks=found.target_weeks)
    week = min(max((on - found.set_on).days // 7 + 1, 1), found.target_weeks)
    told = {"day": day(last), "week": week, "weeks": found.target_weeks}
    if found.state is not OutcomeState.ACTIVE:
        return _("%(day)s, after %(weeks)s weeks") % told
    if on > last:
        return _("%(day)s; its %(weeks)s weeks are over") % told
    return _("%(day)s, week %(week)s of %(weeks)s") % told


def _note(note: NoteFacts, read: RecordRead) -> WordsShown:
    hers = note.speaker in HERS
    name = read.person.known_as if hers else note.speaker_name or read.users.get(note.by_id, "")
    kind = "person" if hers else "family" if note.speaker is Speaker.PROXY else "worker"
    return WordsShown(note.words, f"{name}, {day(note.on)}", name, kind, str(note.language))


def _set_by(found: OutcomeFacts, name: str, *, own: bool) -> str:
    told = {"name": name, "day": day(found.set_on)}
    if own and found.set_by in HERS:
        mine = found.set_by is Speaker.OWN_WORDS
        words = _("In my own words, %(day)s") if mine else _("Said by me with support, %(day)s")
        return words % told
    return {
        Speaker.OWN_WORDS: _("In %(name)s’s own words, %(day)s"),
        Speaker.SUPPORTED: _("%(name)s, with support to say it, %(day)s"),
        Speaker.OBSERVED: _("Those who know %(name)s, from what they saw, %(day)s"),
        Speaker.PROXY: _("Somebody who speaks for %(name)s, %(day)s"),
    }[found.set_by] % told


def plan(read: RecordRead, actions: frozenset[Action]) -> PlanShown:
    """The version that the record shows."""
    if read.plan is None:
        return PlanShown("", (), "", "")
    facts = read.plan
    prices = Action.SEE_PRICES in actions
    days = (facts.ends - facts.starts).days + 1
    period = ngettext("for %(days)s day", "for %(days)s days", days) % {"days": days}
    price = price_words(facts) if facts.as_block else f"{price_words(facts)} {period}"
    return PlanShown(
        by=_plan_by(facts, read.providers.get(facts.provider_id, "")),
        bands=bands(read.lines, rates={} if prices else None),
        price=price if prices else "",
        url=reverse("plan_version", args=[facts.id]),
    )


def _plan_by(facts: VersionFacts, provider: str) -> str:
    told = {
        "number": facts.number,
        "provider": provider,
        "dates": period_words(facts.starts, facts.ends),
        "day": day(facts.agreed_on),
        "state": state_words(facts),
    }
    if facts.state in (PlanState.AGREED, PlanState.ENDED) and facts.agreed_on:
        sentence = _("Version %(number)s, with %(provider)s, agreed by all three on %(day)s.")
    else:
        sentence = _("Version %(number)s, with %(provider)s: %(state)s.")
    return f"{sentence % told} {told['dates']}."
