"""About the data: what is real, what is published, what is invented, and where each comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from whatmatters.access.queries import is_demo
from whatmatters.access.web import public
from whatmatters.home.web.about_words import NUMBERS, STATUSES
from whatmatters.places.queries import DataSource, data_sources
from whatmatters.policy.numbers import (
    PolicyNumber,
    charging_numbers,
    pay_numbers,
    policy_numbers,
)


@dataclass(frozen=True, slots=True)
class NumberShown:
    """One number of policy with its words."""

    what: str
    number: PolicyNumber
    status: str


@dataclass(frozen=True, slots=True)
class SourceShown:
    """All packaged files of one published source."""

    source: DataSource
    files: tuple[DataSource, ...]
    rows: int


@public
@require_safe
def about_data(request: HttpRequest) -> HttpResponse:
    """Open to everybody: nothing on it is about anybody."""
    context = {
        "sources": _sources(data_sources()),
        "numbers": _shown(policy_numbers()),
        "rates": _shown(pay_numbers()),
        "charging": _shown(charging_numbers()),
        "demo": is_demo(),
    }
    return render(request, "home/about_data.html", context)


def _sources(files: Iterable[DataSource]) -> list[SourceShown]:
    def kind(one: DataSource) -> str:
        return one.kind

    found = []
    for _, group in groupby(sorted(files, key=kind), key=kind):
        some = tuple(group)
        found.append(SourceShown(some[0], some, sum(one.rows for one in some)))
    return found


def _shown(numbers: Iterable[PolicyNumber]) -> list[NumberShown]:
    return [
        NumberShown(str(NUMBERS.get(n.key, n.key)), n, str(STATUSES.get(n.status, n.status)))
        for n in numbers
    ]
