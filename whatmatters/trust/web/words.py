"""What topics, ways of saying and refusals are called on these pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.people import Authority, Covers
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.sharing import Topic

TOPICS: Mapping[Topic, tuple[str | Promise, str | Promise]] = {
    Topic.PROFILE: (_("Who I am"), _("The one-page profile, age and area.")),
    Topic.CONVERSATIONS: (_("What matters to me"), _("What was said in conversations.")),
    Topic.OUTCOMES: (_("Outcomes"), _("What is to be true, and how it is going.")),
    Topic.PLAN: (_("The plan"), _("Who does what. Not its prices.")),
    Topic.VISITS: (
        _("Who comes and when"),
        _("Visits, the times between which they start, what for, and who comes today."),
    ),
    Topic.TIMELINE: (_("What is happening"), _("Notes and small changes, day by day.")),
    Topic.JUDGEMENTS: (_("How it went"), _("What each of the three said at a review.")),
    Topic.MONEY: (_("Money"), _("Prices and what was paid.")),
    Topic.CHARGES: (
        _("What I am charged"),
        _("Each week’s charge with its sum: income, savings and costs stand in it."),
    ),
}

AUTHORITIES: Mapping[Authority, str | Promise] = {
    Authority.ATTORNEY: _("A lasting power of attorney"),
    Authority.DEPUTY: _("A deputy appointed by the court"),
    Authority.BEST_INTERESTS: _("A decision in the person’s best interests"),
}
COVERS: Mapping[Covers, str | Promise] = {
    Covers.HEALTH_AND_WELFARE: _("Health and welfare"),
    Covers.PROPERTY_AND_AFFAIRS: _("Property and money"),
    Covers.BOTH: _("Both health and welfare, and property and money"),
}

REFUSED: Mapping[str, str | Promise] = {
    "absent": _("This is not here any more, or it is not yours to see."),
    "words_missing": _("Write something: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
    "not_yours_to_share": _("Only the person, or who decides for them, says what is shared."),
    "not_let_in": _("This person is not let in any more, so nothing can be shared with them."),
    "not_for_organisations": _(
        "This is not shared with an organisation of this kind. A plan and its money are shared "
        "with none; who comes and when with a health board alone; with a housing body only who "
        "the person is."
    ),
    "outside_authority": _("The recorded authority does not cover this part of the record."),
    "voice_not_theirs": _("Say whose decision this is: the recorded authority is not in force."),
    "not_yours_to_open": _("Your role may not open a record in an emergency."),
    "nobody_by_that_name": _(
        "Nobody here has exactly this name and day of birth. Check both with somebody who knows."
    ),
    "not_yours_to_review": _("Somebody else reviews this."),
    "already_reviewed": _("This has been reviewed already. The first review stands."),
    "not_yours_to_appoint": _("Only the person’s own social worker records who decides."),
    "not_an_authority": _("Nobody can be appointed to decide for another by this."),
    "not_yours_to_let_in": _("Only the person’s own social worker says whose account is joined."),
    "no_account_by_that_name": _(
        "No open account of this kind has exactly this user name and this name. Check both with "
        "the administrator. Nothing was joined."
    ),
    "account_your_own": _("This is your own account. Nobody lets themselves in."),
    "account_joined": _("This account is somebody else’s own already. Nothing was joined."),
    "account_not_hers": _(
        "The account has another name than this person. Is this the right record?"
    ),
    "has_account": _("An account is joined as the person’s own already. End that one first."),
    "already_let_in": _("This account is let in already."),
    "ends_before_it_starts": _("The last day is before the first."),
}


def refusal_words(refusal: Refusal) -> str:
    """One sentence for what was refused."""
    words = REFUSED.get(refusal.code)
    return (str(words) % refusal.params) if words else refusal.code
