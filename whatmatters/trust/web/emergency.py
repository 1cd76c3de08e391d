"""A record opened in an emergency, and the review of it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.templatetags.wm import moment
from whatmatters.policy.trust import break_glass_lasts
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import Reviewed
from whatmatters.trust.queries import OpeningFacts
from whatmatters.trust.queries.openings import Shown, count_openings, opening, openings
from whatmatters.trust.services import open_in_emergency, review_opening
from whatmatters.trust.web.frame import back_to
from whatmatters.trust.web.words import refusal_words

HOUR = 3600


class EmergencyForm(PageForm):
    """Exactly who, and why. No draft: what is needed now is not kept for later, nor her name."""

    keeps_drafts = False
    full_name = forms.CharField(label=gettext_lazy("Full name of the person"), max_length=200)
    born = DateField(label=gettext_lazy("Day of birth"))
    reason = WordsField(
        label=gettext_lazy("Why must you see this record now?"),
        help_text=gettext_lazy(
            "The person reads this, and so does whoever watches over access in the council."
        ),
        rows=3,
    )


class ReviewForm(PageForm):
    """Whether it was justified, and why one thinks so."""

    found = OneOf(
        label=gettext_lazy("Was there good reason?"),
        choices=[
            (str(Reviewed.JUSTIFIED), gettext_lazy("Yes, there was good reason")),
            (str(Reviewed.NOT_JUSTIFIED), gettext_lazy("No, there was no good reason")),
        ],
    )
    words = WordsField(
        label=gettext_lazy("What did you find?"), help_text=gettext_lazy("The person reads this.")
    )


class OpeningFilter(ListForm):
    """Whether somebody has reviewed it."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Where it stands"),
        required=False,
        choices=[
            ("", gettext_lazy("Every opening")),
            (str(Shown.WAITS), gettext_lazy("Nobody has reviewed it")),
            (str(Shown.LATE), gettext_lazy("Review is late")),
            (str(Shown.REVIEWED), gettext_lazy("Reviewed")),
        ],
    )


@permitted_council(
    Action.OPEN_IN_EMERGENCY,
    post=Action.OPEN_IN_EMERGENCY,
    called=gettext_lazy("Open a record in an emergency"),
)
def emergency_open(request: Asked) -> HttpResponse:
    """The form; it leads to the record, which closes again by itself."""
    form = EmergencyForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in ("full_name", "born", "reason")}
        told["token"] = form.cleaned_data["form_token"]
        try:
            person_id = open_in_emergency(by=request.actor, at=request.at, **told)
        except Refusal as refusal:
            form.refuse(refusal_words(refusal))
        else:
            messages.info(request, _("Open for %(n)s hours. The person is told.") % _hours())
            return back_to("record", person_id)
    context = {"form": form, **_hours()}
    return render(request, "trust/emergency_open.html", context, status=status(request))


@permitted_council(Action.SEE_OPENINGS)
def opening_list(request: Asked) -> HttpResponse:
    """What waits for a review. Who does not review is shown only what is late."""
    reviews = Role.ADMINISTRATOR in request.actor.roles
    form = OpeningFilter(request.GET)
    if not reviews:
        del form.fields["stand"]
    told = form.chosen().get("stand", Shown.ALL if reviews else Shown.LATE)
    council_id, at, wanted = request.actor.council_id, request.at, Shown(told)
    shown = paging(form, count_openings(council_id, wanted, at=at))
    found = openings(council_id, wanted, at=at, offset=shown.start, limit=PER_PAGE)
    context = {
        "filters": form,
        "filtered": bool(form.chosen()),
        "paging": shown,
        "rows": [_row(one, request) for one in found],
        "reviews": reviews,
    }
    return render(request, "trust/opening_list.html", context)


@permitted_council(
    Action.REVIEW_OPENING,
    post=Action.REVIEW_OPENING,
    called=gettext_lazy("Review an emergency opening"),
)
def opening_review(request: Asked, opening_id: int) -> HttpResponse:
    """One opening, and the reviewer's finding."""
    one = opening(request.actor.council_id, opening_id)
    if one is None:
        raise Http404
    form = ReviewForm(sent(request))
    if request.method == "POST" and form.is_valid() and _reviewed(request, form, opening_id):
        messages.success(request, _("Kept. The person reads what you found."))
        return back_to("opening_list")
    context = {"form": form, "row": _row(one, request)}
    return render(request, "trust/opening_review.html", context, status=status(request))


def _reviewed(request: Asked, form: ReviewForm, opening_id: int) -> bool:
    told = form.cleaned_data
    try:
        review_opening(
            by=request.actor,
            at=request.at,
            opening_id=opening_id,
            found=Reviewed(told["found"]),
            said=told["words"],
        )
    except Refusal as refusal:
        form.refuse(refusal_words(refusal))
        return False
    return True


def _row(one: OpeningFacts, request: Asked) -> dict[str, object]:
    """One opening. The record is a number here: who reviews sees no record."""
    return {
        "id": one.id,
        "name": one.by_name,
        "record": one.person_id,
        "since": moment(one.at),
        "until": moment(one.until),
        "reason": one.reason,
        "late": one.late(request.at),
        "found": one.found,
        "words": one.words,
    }


def _hours() -> dict[str, int]:
    return {"n": int(break_glass_lasts().total_seconds() // HOUR)}
