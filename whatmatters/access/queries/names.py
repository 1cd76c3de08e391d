"""What users and organisations are called: pages say who wrote what."""

from collections.abc import Iterable

from django.utils.translation import get_language

from whatmatters.access.models import Organisation, User


def user_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of users by id, in one query."""
    rows = User.objects.filter(pk__in=set(ids))
    return dict(rows.values_list("pk", "display_name"))


def organisation_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of organisations by id, in the language that is being read (one query)."""
    column = "name_cy" if (get_language() or "").startswith("cy") else "name_en"
    rows = Organisation.objects.filter(pk__in=set(ids))
    return dict(rows.values_list("pk", column))
