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
    Role.REGULATOR: _("regulator"),
    Role.PLANNER: _("planner of housing and work"),
    Role.EVALUATOR: _("evaluator, union or customer panel"),
    Role.COORDINATOR: _("coordinator or coach of teams"),
    Role.HEALTH_COMMISSIONER: _("health board’s commissioner"),
    Role.NURSE: _("district nurse"),
    Role.THERAPIST: _("therapist"),
    Role.GP: _("GP"),
    Role.VOLUNTEER_COORDINATOR: _("coordinator of volunteers"),
    Role.HOUSING_OFFICER: _("housing officer"),
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
    Role.REGULATOR: _("Sees figures and how they are worked out. Sees nobody’s record."),
    Role.PLANNER: _("Sees figures about areas to plan housing and work. Sees nobody’s record."),
    Role.EVALUATOR: _(
        "Sees figures, how they are worked out, and takes them away. Sees nobody’s record, and no "
        "number so small that it could be somebody."
    ),
    Role.COORDINATOR: _(
        "Sees the figures of their own organisation and its teams. Plans nobody’s visits and opens "
        "nobody’s record."
    ),
    Role.HEALTH_COMMISSIONER: _(
        "Sees figures, and the shifts that their body pays a share of. Sees nobody’s record and no "
        "provider’s workers."
    ),
    Role.NURSE: _(
        "Sees what a person shares with their organisation: also who comes and when, so that they "
        "know of changes before they are at the door."
    ),
    Role.THERAPIST: _("Sees what a person shares with their organisation."),
    Role.GP: _(
        "Sees who the person is, the outcomes and what is happening, where it is shared with their "
        "organisation. Sees no conversations."
    ),
    Role.VOLUNTEER_COORDINATOR: _(
        "Sees who the person is and what they want to be true, where it is shared with their "
        "organisation, and nothing else."
    ),
    Role.HOUSING_OFFICER: _(
        "Sees who the person is and how best to support them, where it is shared with their "
        "organisation. Sees no care notes."
    ),
    Role.ADMINISTRATOR: _("Gives people accounts and roles. Sees nobody's record."),
    Role.SYSTEM: _("Does what is due by itself. Nobody can sign in as it."),
}


def signed_in_as(actor: Actor) -> str:
    """The reader's name and roles, as the top of a page says them."""
    named = ", ".join(str(NAMES[role]) for role in Role if role in actor.roles)
    return f"{actor.name} – {named}"
