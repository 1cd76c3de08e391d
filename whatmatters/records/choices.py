"""A closed list of codes from the rules, as a column's choices and as the database's own check."""

from enum import StrEnum
from typing import Any

from django.db import models


def code_field(codes: type[StrEnum], **more: Any) -> "models.CharField[str, str]":
    """A short text column whose choices are the codes of one list."""
    longest = max(len(code) for code in codes)
    return models.CharField(max_length=max(24, longest), choices=[(c, c) for c in codes], **more)


def one_of(column: str, codes: type[StrEnum], name: str) -> models.CheckConstraint:
    """A database check that the column holds one of the codes (or is null)."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": [str(c) for c in codes]}), name=name
    )
