"""What an administrator is told of: files and lists of many people at once."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.charge import charge_of
from whatmatters.access.queries.taken_out import (
    HARVEST_STOPPED,
    NAMES_STOPPED,
    OFTEN_STOPPED,
    PARTY_ASKED,
    PARTY_OUT,
    alerts,
)
from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import moment
from whatmatters.home.web.home_parts import Section, Thing

WORDS: Mapping[str, str | Promise] = {
    PARTY_ASKED: gettext_lazy("%(name)s asked for a file of your organisation’s own data"),
    PARTY_OUT: gettext_lazy("%(name)s made a file of your organisation’s own data"),
    OFTEN_STOPPED: gettext_lazy("%(name)s was stopped: too many files in one day"),
    HARVEST_STOPPED: gettext_lazy("%(name)s was stopped: too many records opened in one day"),
    NAMES_STOPPED: gettext_lazy("%(name)s was stopped: too many names looked up in one day"),
}
STOPPED = frozenset({OFTEN_STOPPED, HARVEST_STOPPED, NAMES_STOPPED})


def many_at_once(request: Asked) -> Section:
    """The newest, those that were stopped marked; each opens the list of accounts."""
    charge = charge_of(request.actor)
    found = alerts(charge) if charge else ()
    things = tuple(
        Thing(
            WORDS[one.action] % {"name": one.name},
            reverse("export_approvals" if one.action == PARTY_ASKED else "user_list"),
            note=moment(one.at),
            flag=("bad", _("Ask them why")) if one.action in STOPPED else None,
        )
        for one in found
    )
    empty = _(
        "Nobody has taken out a file, and nobody was stopped for looking at too many people. "
        "Either would stand here."
    )
    more = (_("Files that wait for a second person"), reverse("export_approvals"))
    return Section(_("Many people at once"), things, empty, more=more)
