"""The first page of those who work elsewhere: who shares something with their organisation."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked
from whatmatters.home.queries.home import ALL_OF_ONE_READER, people_seen
from whatmatters.home.web.home_family import days_of
from whatmatters.home.web.home_parts import FirstPage, Section, people_things
from whatmatters.rules.permission_sets import READS_SHARED


def reader(request: Asked) -> FirstPage:
    """Whom they may read of; and who comes today to those who share that as well."""
    # By these roles alone: who also manages a provider reads its people on that page.
    by = replace(request.actor, roles=request.actor.roles & READS_SHARED.keys())
    people, total = people_seen(by, on=request.today, most=ALL_OF_ONE_READER)
    empty = _(
        "Nobody shares anything with your organisation yet. A person, or who works with them, can "
        "do so on their record, and you will then find them here."
    )
    section = Section(_("People who share with your organisation"), people_things(people), empty)
    title = _("Nobody shares anything with you yet")
    if total:
        words = ngettext(
            "%(n)s person shares something with you", "%(n)s people share something with you", total
        )
        title = words % {"n": total}
    lead = _(
        "You see what the person shares with your organisation, and no more than your work needs. "
        "They can read that you looked."
    )
    return FirstPage(title, lead, (section,), days=days_of(request, by, people))
