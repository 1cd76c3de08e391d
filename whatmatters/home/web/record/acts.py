"""What this reader may do from the record, section by section, each with its page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.home.queries.record import RecordRead
from whatmatters.outcomes.web.plans.acts import Act, is_in_force
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action


def plan_acts(read: RecordRead, sight: Sight) -> tuple[Act, ...]:
    """The package beside the plan; writing a plan, or going on with the one being written."""
    beside = _("The package of time and task beside the plan")
    had: tuple[Act, ...] = (
        (Act(beside, reverse("package_plan", args=[read.person.id])),) if read.package else ()
    )
    if read.ways.bundles:
        had += (Act(_("The hours and their bank"), reverse("bank", args=[read.person.id])),)
    elif Action.AGREE_BUNDLE in sight.actions and not read.person.died_on:
        had += (Act(_("Agree a bundle of hours"), reverse("bundle_agree", args=[read.person.id])),)
    if Action.WRITE_PLAN not in sight.actions or read.person.died_on:
        return had
    draft = next((v for v in read.versions if v.state is PlanState.DRAFT), None)
    if draft is not None:
        return (*had, Act(_("Go on writing the plan"), reverse("plan_write", args=[draft.id])))
    label = _("Write the next plan") if read.versions else _("Write a plan")
    return (*had, Act(label, reverse("plan_start", args=[read.person.id])))


def happening_acts(read: RecordRead, sight: Sight) -> tuple[Act, ...]:
    """Notes, small changes, exceptions, hospital, and the end of a case."""
    if read.person.died_on:
        return ()
    person_id, running = read.person.id, read.plan is not None and is_in_force(read.plan)
    found = [
        Act(label, reverse(page, args=[person_id]))
        for needs, label, page in _of_person()
        if needs in sight.actions
    ]
    if running and read.plan is not None:
        found += [
            Act(label, reverse(page, args=[read.plan.id]))
            for needs, label, page in _of_plan()
            if needs in sight.actions
        ]
    return tuple(found)


def _of_person() -> Iterator[tuple[Action, str, str]]:
    yield Action.RECORD_NOTE, _("Write a note"), "note_write"
    yield Action.RECORD_NOTE, _("A need that nothing here meets"), "need_write"
    yield Action.RECORD_NOTE, _("Hospital: in, or home again"), "hospital_stay"
    yield Action.CLOSE_CASE, _("Record a death"), "death_record"
    yield Action.CLOSE_CASE, _("Close the case"), "case_close"


def _of_plan() -> Iterator[tuple[Action, str, str]]:
    yield Action.RECORD_SMALL_CHANGE, _("Make a small change"), "small_change"
    yield Action.RAISE_EXCEPTION, _("Raise an exception"), "exception_raise"


def family_acts(read: RecordRead, sight: Sight) -> tuple[Act, ...]:
    """A view of someone close, while the three are asked; what they know and what they offer."""
    found: list[Act] = []
    if Action.GIVE_FAMILY_VIEW in sight.actions and read.judged_now is not None:
        address = reverse("judgement_family", args=[read.judged_now])
        found.append(Act(_("Say how someone close thinks it went"), address))
    if Action.SAY_WHAT_I_KNOW in sight.actions and not read.person.died_on:
        words = _("What I know about %(name)s") % {"name": read.person.known_as}
        found.append(Act(words, reverse("what_i_know", args=[read.person.id])))
    if Action.OFFER_HELP in sight.actions and not read.person.died_on:
        found.append(Act(_("What I offer to do, and its limits"), reverse("own_help")))
    return tuple(found)
