"""About the data: open to everybody, in two languages, with every source and how we know it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.frontend.strict_html import faults
from whatmatters.places.queries import data_sources


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-gb", ("Where the data come from", "Seen in its source", "From memory: to be checked")),
        ("cy", ("O ble y daw’r data", "Fe’i gwelwyd yn ei ffynhonnell", "O’r cof: i’w wirio")),
    ],
)
def test_open_to_everybody_with_every_source(db, language, words) -> None:
    answer = Client(headers={"accept-language": language}).get(reverse("about_data"))
    told = answer.content.decode()
    assert answer.status_code == 200
    assert faults(told) == []
    assert all(one in told for one in words)
    assert {one.title for one in data_sources() if one.title not in told} == set()
    assert "Office for National Statistics" in told


def test_it_takes_nothing_in(db: None) -> None:
    assert Client().post(reverse("about_data")).status_code == 405
