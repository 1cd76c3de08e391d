"""The first page of those close to somebody."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.queries import Actor
from whatmatters.access.services.looks import record_looks
from whatmatters.access.web import Asked
from whatmatters.access.web.own.faces import faces
from whatmatters.home.queries.days_shared import days_shared
from whatmatters.home.queries.home import ALL_OF_ONE_READER, people_seen
from whatmatters.home.queries.own_help import OwnHelp, own_help_of
from whatmatters.home.web.home_parts import FirstPage, Section, Thing, Today, people_things
from whatmatters.home.web.home_visits import who_come, who_comes
from whatmatters.people.queries import PersonFacts
from whatmatters.people.web.help_shown import help_shown
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.roles import Role


def family(request: Asked) -> FirstPage:
    """Those who let this reader in."""
    people, total = people_seen(request.actor, on=request.today, most=ALL_OF_ONE_READER)
    empty = _(
        "Nobody has let you in yet. A person, or the council for them, can do so; you will then "
        "find them here."
    )
    section = Section(_("People close to you"), people_things(people), empty)
    held = own_help_of(request.actor, on=request.today)
    empty = _("You can send a message once somebody lets you in.")
    tell = Section(_("Something to tell"), _to_tell(people, held), empty)
    own = (_offered(held, request), _for_yourself(held))
    lead = _("You see what the person lets you see. What you say is kept as your own view.")
    title = _("You are let in by nobody yet")
    if total:
        words = ngettext(
            "You are close to %(n)s person here", "You are close to %(n)s people here", total
        )
        title = words % {"n": total}
    by = replace(request.actor, roles=request.actor.roles & {Role.FAMILY})
    sections = (section, *own, tell) if total else (section, *own)
    return FirstPage(title, lead, sections, days=days_of(request, by, people))


def days_of(request: Asked, by: Actor, people: tuple[PersonFacts, ...]) -> tuple[Today, ...]:
    """Who comes today to each of them who shares it, as she herself reads it; that it was read is
    written down for her."""
    days = days_shared(by, people, on=request.today)
    record_looks(
        by=by, at=request.at, on=request.today, person_ids=days, why=Relationship.SHARED_VISITS
    )
    title = _("Who comes to %(name)s today")
    return tuple(
        replace(
            who_comes(
                days[one.id],
                one.id,
                one.known_as,
                faces(request, one.id, who_come(days[one.id]), Action.SEE_DELIVERY),
            ),
            title=title % {"name": one.known_as},
            anchor=f"today-{one.id}",
        )
        for one in people
        if one.id in days
    )


def _to_tell(people: tuple[PersonFacts, ...], held: tuple[OwnHelp, ...]) -> tuple[Thing, ...]:
    """A message; and what they know, of those who let them in as family."""
    close = {one.person_id for one in held if one.lets_in}
    tell, know = _("Tell those who work with %(name)s"), _("What I know about %(name)s")
    told = [
        (p, words, page)
        for p in people
        for words, page in ((tell, "tell"), (know, "what_i_know"))
        if page == "tell" or p.id in close
    ]
    return tuple(Thing(w % {"name": p.known_as}, reverse(page, args=[p.id])) for p, w, page in told)


def _offered(held: tuple[OwnHelp, ...], request: Asked) -> Section:
    """What this reader offers, each leading to where it is changed."""
    now = [offer for one in held if one.lets_in for offer in one.offers]
    stand = [told for offer in now if (told := help_shown(offer, on=request.today)).stands]
    things = tuple(
        Thing(one.words, one.change_url, note=" · ".join(w for w in (one.days, one.limits) if w))
        for one in stand
    )
    empty = _("You offer nothing now. Nothing is counted on that you have not said yourself.")
    more = (_("What I offer to do, and its limits"), reverse("own_help"))
    return Section(_("What you offer"), things, empty, more=more)


def _for_yourself(held: tuple[OwnHelp, ...]) -> Section:
    """Where this reader asks for support of their own, for each who lets them in."""
    words = _("Ask for support for yourself, as a carer of %(name)s")
    things = tuple(
        Thing(words % {"name": one.name}, reverse("carer_support", args=[one.person_id]))
        for one in held
        if one.lets_in
    )
    return Section(_("Support for you"), things, _("You can ask once somebody lets you in."))
