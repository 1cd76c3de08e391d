"""What a reader calls the list of people: her own, or those of the whole council."""

from django.utils.translation import gettext as _

from whatmatters.rules.roles import Role

# They read people of the whole council, of whom none is theirs.
OF_THE_COUNCIL = frozenset({Role.FINANCE_OFFICER, Role.COMMISSIONER, Role.BROKER})


def people_title(roles: frozenset[str]) -> str:
    """“People” to those who only have roles of the council as a whole, else “My people”."""
    return _("People") if roles and roles <= OF_THE_COUNCIL else _("My people")
