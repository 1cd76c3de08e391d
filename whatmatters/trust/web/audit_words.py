"""What the codes of the audit trail mean, to the person whose record it is."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHY: Mapping[str, str | Promise] = {
    "self": _("It is their own record"),
    "decider": _("They decide about care, by a recorded authority"),
    "decider_money": _("They decide about money, by a recorded authority"),
    "family": _("They are let in as family or friend"),
    "assigned": _("They work with the person"),
    "visiting": _("They were to visit the person on that day, as the team had planned"),
    "provider": _("Their organisation supports the person"),
    "council": _("Their work for the council"),
    "opened": _("They opened it in an emergency"),
    "export": _("It was in a file that they made"),
}
SHARED = _("The person shares a part of the record with them")

CHANGES: Mapping[str, str | Promise] = {
    "person.registered": _("The record was begun"),
    "person.corrected": _("Name, day of birth or place was corrected"),
    "person.died": _("The death was recorded"),
    "record.exported": _("Everything held was put in a file"),
    "imported": _("Something was read in from the council’s own files"),
    "profile.written": _("A new one-page profile was written"),
    "conversation.held": _("A conversation was written down"),
    "statement.added": _("Words were added to a conversation"),
    "statement.corrected": _("Words of a conversation were corrected"),
    "outcome.set": _("An outcome was set"),
    "outcome.off_track": _("An outcome was said to be off track"),
    "progress.noted": _("It was noted how an outcome is going"),
    "note.written": _("A note was written"),
    "small_change.made": _("A small change was made"),
    "plan.saved": _("A draft of a plan was saved"),
    "plan.answered": _("A plan was answered"),
    "plan.started_urgently": _("Support was started urgently"),
    "finding.made": _("The council wrote down what it found at a review"),
    "judgement.concluded": _("A review was concluded"),
    "control.said": _("It was said how far the person feels in control"),
    "transition.begun": _("Another way of paying was begun to be planned"),
    "transition.planned": _("A plan for another way of paying was written"),
    "transition.said": _("It was said whether another way of paying is wanted"),
    "transition.moved": _("The way of paying was changed"),
    "eligibility.decided": _("It was decided who pays for support"),
    "demand.logged": _("A request for support was written down"),
    "demand.judged": _("A request for support was looked at"),
    "need.unmatched": _("A need that nobody could meet was written down"),
    "gap.noted": _("A gap in support was written down"),
    "case.closed": _("The support was closed"),
    "contact.chosen": _("How to write to the person was chosen"),
    "consent.given": _("A part of the record was shared"),
    "consent.ended": _("Sharing of a part of the record was stopped"),
    "link.started": _("An account was joined, or a relative or friend let in"),
    "link.ended": _("A relative or friend is let in no longer"),
    "link.cut_own": _("An account was the person’s own no longer"),
    "link.cut": _("A relative or friend was shut out at once"),
    "decider.started": _("Who decides for the person was recorded"),
    "decider.ended": _("Somebody’s authority to decide was ended"),
    "decider.stopped": _("Somebody’s authority to decide was ended at once"),
    "assignment.started": _("A worker began to work with the person"),
    "assignment.ended": _("A worker stopped working with the person"),
    "help_offer.made": _("Somebody close offered to do something"),
    "help_offer.changed": _("Somebody close changed what they offer"),
    "help_offer.withdrawn": _("Somebody close took back what they offered"),
    "kept_between_us": _("Words were kept between the person and their worker"),
    "emergency.opened": _("The record was opened in an emergency"),
    "emergency.reviewed": _("An emergency opening was reviewed"),
    "sign_agreement": _("An agreement about the support was signed"),
    "end_agreement": _("An agreement about the support was ended"),
    "visits.recorded": _("Visits were written down"),
    "retention.blanked": _("Words were removed: the years for which they are kept were over"),
}
# Where the code's first word is enough to say what changed.
BEGINNINGS: Mapping[str, str | Promise] = {
    "outcome": _("An outcome was changed"),
    "plan": _("A plan moved on"),
    "judgement": _("A review moved on"),
    "way_in": _("The request for support moved on"),
    "package": _("Earlier support was changed"),
    "stay": _("A stay away from home was written down"),
    "exception": _("An exception to the plan was raised or answered"),
    "address": _("The hiding of the address was changed"),
    "letter": _("A letter or message was prepared"),
    "hold": _("A legal hold began or ended"),
}
OTHERWISE = _("Something was written in the record")


def why_words(why: str) -> str:
    """Why somebody could look."""
    return str(SHARED if why.startswith("shared_") else WHY.get(why, OTHERWISE))


def change_words(action: str) -> str:
    """What was done."""
    beginning = action.partition(".")[0]
    return str(CHANGES.get(action) or BEGINNINGS.get(beginning) or OTHERWISE)
