"""What tests of permission share."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from whatmatters.config.logs import JsonLines


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, written as a served process writes it."""
    lines = StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(JsonLines())
    heard = [logging.getLogger(name) for name in ("", *logging.Logger.manager.loggerDict)]
    # A logger that passes nothing on is listened to itself, or its lines would be missed.
    heard = [one for one in heard if one is logging.root or not one.propagate]
    for one in heard:
        one.addHandler(handler)
    yield lines
    for one in heard:
        one.removeHandler(handler)
