"""What users and organisations are called: pages say who wrote what."""

from collections.abc import Iterable

from django.db.models import CharField, F, Value
from django.utils.translation import get_language

from whatmatters.access.models import Organisation, User


def user_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of users by id, in one query."""
    rows = User.objects.filter(pk__in=set(ids))
    return dict(rows.values_list("pk", "display_name"))


def names_together(
    user_ids: Iterable[int], organisation_ids: Iterable[int]
) -> tuple[dict[int, str], dict[int, str]]:
    """The names of users and of organisations, both by id, in one query."""
    users = User.objects.filter(pk__in=set(user_ids)).annotate(
        t_kind=Value("user", output_field=CharField()), t_name=F("display_name")
    )
    bodies = Organisation.objects.filter(pk__in=set(organisation_ids)).annotate(
        t_kind=Value("organisation", output_field=CharField()), t_name=F(_column())
    )
    columns = ("t_kind", "pk", "t_name")
    found: dict[str, dict[int, str]] = {"user": {}, "organisation": {}}
    both = (
        users.order_by()
        .values_list(*columns)
        .union(bodies.order_by().values_list(*columns), all=True)
    )
    for kind, pk, name in both:
        found[kind][pk] = name
    return found["user"], found["organisation"]


def organisation_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of organisations by id, in the language that is being read (one query)."""
    rows = Organisation.objects.filter(pk__in=set(ids))
    return dict(rows.values_list("pk", _column()))


def _column() -> str:
    return "name_cy" if (get_language() or "").startswith("cy") else "name_en"
