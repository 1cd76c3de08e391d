"""What users and organisations are called: pages say who wrote what."""

from collections.abc import Iterable

from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import get_language, gettext

from whatmatters.access.models import Organisation, User

SYSTEM = "system"  # the user name of the product itself: nobody can sign in as it


def name_of(user: User) -> str:
    """What a user is called; the product itself by its name in the language being read."""
    return gettext("What Matters") if user.username == SYSTEM else user.display_name


def name_column(path: str = "") -> Case:
    """`name_of` as a column of a query; `path` leads to the user, such as "by__"."""
    product = When(**{f"{path}username": SYSTEM}, then=Value(gettext("What Matters")))
    return Case(product, default=F(f"{path}display_name"), output_field=CharField())


def user_names(ids: Iterable[int]) -> dict[int, str]:
    """The names of users by id, in one query."""
    rows = User.objects.filter(pk__in=set(ids)).only("username", "display_name")
    return {row.pk: name_of(row) for row in rows}


def names_together(
    user_ids: Iterable[int], organisation_ids: Iterable[int]
) -> tuple[dict[int, str], dict[int, str]]:
    """The names of users and of organisations, both by id, in one query."""
    users = User.objects.filter(pk__in=set(user_ids)).annotate(
        t_kind=Value("user", output_field=CharField()), t_name=name_column()
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
