"""What is due on a record, and the one thing that this reader may do about it."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.queries.record import RecordRead
from whatmatters.home.web.record.values import Due
from whatmatters.outcomes.queries import JudgementView, VersionFacts
from whatmatters.outcomes.web.speaking import is_own, party_of
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Action

SOON = 28


def due(read: RecordRead, sight: Sight, on: date) -> Due | None:
    """The most pressing thing: a judgement, a plan to answer, a plan that ends soon."""
    open_now = next((view for view in read.judgements if view.in_force), None)
    if open_now is not None:
        return _judgement(open_now, read, sight)
    if read.waiting is not None and Action.SEE_PLAN in sight.actions:
        return _proposal(read.waiting, read, sight)
    return _unchanged(read) or _ending(read, on, own=is_own(sight))


def _judgement(view: JudgementView, read: RecordRead, sight: Sight) -> Due:
    facts = next((v for v in read.versions if v.id == view.version_id), None)
    told = {"name": read.person.known_as, "day": day(facts.ends) if facts else ""}
    strong = _which(facts, read, own=is_own(sight)) % told
    if not view.sealed:
        return _finding(view, strong, sight)
    done = {answered.party for answered in view.answered if answered.complete}
    rest = ngettext(
        "%(n)s of three has said how it went.", "%(n)s of three have said how it went.", len(done)
    ) % {"n": len(done)}
    if Action.ANSWER_JUDGEMENT not in sight.actions or party_of(sight) in done:
        return Due(strong, rest)
    label = {
        Party.PERSON: _("Say how it went"),
        Party.PROVIDER: _("Give the provider’s answer"),
        Party.COUNCIL: _("Give the council’s answer"),
    }[party_of(sight)]
    return Due(strong, rest, label, reverse("judgement_answer", args=[view.judgement_id]))


def _which(judged: VersionFacts | None, read: RecordRead, *, own: bool) -> str:
    """Which plan is judged: an earlier one where the record shows the plan after it."""
    if judged and read.plan and read.plan.starts > judged.ends:
        if own:
            return _("My earlier plan: its last day was %(day)s.")
        return _("%(name)s’s earlier plan: its last day was %(day)s.")
    return (
        _("My plan: its last day is %(day)s.")
        if own
        else _("%(name)s’s plan: its last day is %(day)s.")
    )


def _finding(view: JudgementView, strong: str, sight: Sight) -> Due:
    rest = _("The answers are open to all three. The council’s findings come next.")
    if Action.RECORD_FINDING not in sight.actions:
        return Due(strong, rest)
    asked = [outcome for outcome in view.outcomes if not outcome.retired]
    if all(outcome.finding for outcome in asked):
        label, page = _("Conclude the review"), "judgement_conclude"
    else:
        label, page = _("Record the findings"), "judgement_finding"
    return Due(strong, rest, label, reverse(page, args=[view.judgement_id]))


def _proposal(waiting: VersionFacts, read: RecordRead, sight: Sight) -> Due:
    told = {"name": read.person.known_as, "number": waiting.number, "day": day(waiting.proposed_on)}
    own = _("A plan for me waits for answers.")
    strong = (own if is_own(sight) else _("A plan for %(name)s waits for answers.")) % told
    given = {answer.party for answer in read.answers.get(waiting.id, ())}
    rest = ngettext("%(n)s of three has answered.", "%(n)s of three have answered.", len(given)) % {
        "n": len(given)
    }
    if Action.ANSWER_PLAN not in sight.actions or party_of(sight) in given:
        return Due(strong, rest, _("Read the plan"), reverse("plan_version", args=[waiting.id]))
    return Due(strong, rest, _("Answer the plan"), reverse("plan_answer", args=[waiting.id]))


def _unchanged(read: RecordRead) -> Due | None:
    """Nobody has changed the plan for long; read only for those who may say why."""
    if read.static is None or read.person.died_on:
        return None
    told = {"name": read.person.known_as, "day": day(read.static.unchanged_since)}
    return Due(
        _("Nobody has changed %(name)s’s plan since %(day)s.") % told,
        _("That may be just what is wanted: this is a question, and no reproach."),
        _("Say why, or write the next plan"),
        reverse("plan_unchanged", args=[read.static.version_id]),
    )


def _ending(read: RecordRead, on: date, *, own: bool) -> Due | None:
    if read.plan is None or read.plan.state is not PlanState.AGREED:
        return None
    ends, told = read.plan.ends, {"name": read.person.known_as}
    days = (ends - on).days
    told |= {"day": day(ends)}
    if days < 0:
        over = _("My plan ended on %(day)s.") if own else _("%(name)s’s plan ended on %(day)s.")
        strong = over % told
        return Due(strong, _("Its review is late. Support goes on until it is concluded."))
    if days > SOON:
        return None
    rest = ngettext("That is in %(days)s day.", "That is in %(days)s days.", days) % {"days": days}
    soon = _("My plan ends on %(day)s.") if own else _("%(name)s’s plan ends on %(day)s.")
    return Due(soon % told, rest)
