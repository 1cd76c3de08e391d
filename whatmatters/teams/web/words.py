"""What refusals about teams and workers say to the one who was refused."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.people.web.refusal_words import WORDS
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    **WORDS,
    "not_yours_to_keep": _("Workers and teams are kept by the manager of their organisation."),
    "team_name_taken": _("You have a team of this name already."),
    "in_team_already": _("They are in this team on one of these days already."),
    "leaves_sooner": _(
        "Their last day in this team is as early or earlier. Put them in it anew if they stay."
    ),
    "leaves_before_joining": _("The last day is before the first."),
    "no_account_of_yours": _(
        "No open account at your organisation with the role of a care worker or team member has "
        "exactly this user name and this name. Check both with your administrator. Nothing was "
        "joined."
    ),
    "account_is_anothers": _("This account is another worker’s already. Nothing was joined."),
    "worker_has_account": _("This worker has an account already. Part that one first."),
    "worker_has_no_account": _("This worker has no account here any more."),
}


def team_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    words = REFUSED.get(refusal.code)
    return (str(words) % refusal.params) if words else refusal.code
