"""What each role is called, and what it lets somebody do, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries import Actor
from whatmatters.rules.roles import Role

NAMES: dict[Role, str | Promise] = {
    Role.PERSON: _("person"),
    Role.FAMILY: _("family or friend"),
    Role.CARE_WORKER: _("care worker"),
    Role.TEAM_MEMBER: _("member of a neighbourhood team"),
    Role.PROVIDER_MANAGER: _("manager at a provider"),
    Role.SOCIAL_WORKER: _("social worker"),
    Role.BROKER: _("broker"),
    Role.COMMISSIONER: _("commissioner"),
    Role.FINANCE_OFFICER: _("finance officer"),
    Role.SCRUTINY: _("elected member, scrutiny"),
    Role.ADMINISTRATOR: _("administrator"),
    Role.SYSTEM: _("the system itself"),
}

DESCRIPTIONS: dict[Role, str | Promise] = {
    Role.PERSON: _(
        "Sees everything in their own record and who has looked at it. Says what matters, sets and "
        "changes outcomes, answers plans and says how it went."
    ),
    Role.FAMILY: _(
        "Sees what the person shares, part by part, and may say their own view, marked as theirs. "
        "Whoever decides for the person by law also sees the plan and answers it."
    ),
    Role.CARE_WORKER: _(
        "Sees the people they work with now: who they are, what they want, the plan without its "
        "prices. Adds notes and small changes."
    ),
    Role.TEAM_MEMBER: _(
        "Sees the people they work with now, and what was said. Adds to the one shared record."
    ),
    Role.PROVIDER_MANAGER: _(
        "Sees the people whose plan is with their organisation, and its own payments. Writes and "
        "answers plans. Never sees another provider's people, plans or prices."
    ),
    Role.SOCIAL_WORKER: _(
        "Sees the people they work with now, in full. Records what matters and outcomes, answers "
        "plans, judges at the end. Cannot write times or tasks."
    ),
    Role.BROKER: _(
        "Sees outcomes, plans and prices of the council's people to find support. Sees no "
        "conversations."
    ),
    Role.COMMISSIONER: _(
        "Sees figures, contracts, plans, judgements and payments of the whole council. Sees no "
        "profiles, conversations or timelines."
    ),
    Role.FINANCE_OFFICER: _(
        "Proposes and releases payments; sees what was paid for whom. Sees no conversations, plans "
        "or outcomes."
    ),
    Role.SCRUTINY: _("Sees figures about areas. Sees nobody's record."),
    Role.ADMINISTRATOR: _("Gives people accounts and roles. Sees nobody's record."),
    Role.SYSTEM: _("Does what is due by itself. Nobody can sign in as it."),
}


def signed_in_as(actor: Actor) -> str:
    """The reader's name and roles, as the top of a page says them."""
    named = ", ".join(str(NAMES[role]) for role in Role if role in actor.roles)
    return f"{actor.name} – {named}"
