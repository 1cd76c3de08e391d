"""What cannot be planned is named by its record, with what to do, in both languages."""

import json

import pytest
from django.utils.translation import override

from tests.fixtures.rota import read, small
from whatmatters.frontend.rota_fault_words import fault_text
from whatmatters.policy.rota import rota_limits, rota_schema
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.reading import read_problem

pytestmark = pytest.mark.once
VISITS = small()["visits"]
MANY = [{**VISITS[1], "id": f"v{n}"} for n in range(5000)]
BAD = [
    ({"visits.1.latest": "07:50"}, "impossible_window", "visits.bob-insulin"),
    ({"visits.1.minutes": 250}, "longer_than_any_shift", "visits.bob-insulin"),
    ({"visits.1.needs": [["dialysis"]]}, "no_one_skilled", "visits.bob-insulin"),
    ({"visits.0.needs": [["care"]] * 3}, "too_few_for_two", "visits.ann-up"),
    ({"visits.0.earliest": -5}, "negative", "visits.ann-up.earliest"),
    ({"visits.0.minutes": 0}, "not_above", "visits.ann-up.minutes"),
    ({"visits.0.minutes": True}, "wrong_kind", "visits.ann-up.minutes"),
    ({"visits.0.minutes": None}, "missing_key", "visits.ann-up.minutes"),
    ({"visits.0.when": 5}, "unknown_key", "visits.ann-up.when"),
    ({"visits.0.harm": "some"}, "not_in_list", "visits.ann-up.harm"),
    ({"visits.0.latest": "8 o'clock"}, "wrong_time", "visits.ann-up.latest"),
    ({"visits.0.latest": "2026-11-30T08:00"}, "without_offset", "visits.ann-up.latest"),
    ({"visits.2.id": "ann-up", "links": []}, "named_twice", "visits.ann-up"),
    ({"visits.0.person": "eve"}, "no_such_name", "visits.ann-up.person"),
    ({"people.0.preferred": ["eve"]}, "no_such_name", "people.ann.preferred"),
    ({"visits.2.promised.worker": "eve"}, "no_such_name", "visits.ann-tea.promised.worker"),
    ({"visits": MANY, "links": []}, "too_many_visits", "visits"),
    ({"travel.walk.minutes.1": None}, "matrix_size", "travel.walk.minutes"),
    ({"travel.walk.minutes": [[0] * 3] * 3}, "no_distances", "travel.walk.minutes"),
    ({"travel.walk.minutes.0.1": -1}, "negative", "travel.walk.minutes[1][2]"),
    ({"travel.walk": {"circuity": 1.3, "km_an_hour": 5}}, "no_position", "places.office"),
    ({"travel.walk": {"circuity": 1.3, "km_an_hour": 0}}, "not_above", "travel.walk.km_an_hour"),
    ({"shifts.0.ends": "06:00"}, "shift_ends_first", "shifts.mo-early"),
    ({"shifts.0.ends": "24:00"}, "shift_too_long", "shifts.mo-early"),
    ({"shifts.1.worker": "mo"}, "shifts_overlap", "shifts.lee-early"),
    ({"links.0": {"then": "ann-tea"}}, "link_of_what", "links.1"),
    ({"links.0": {"first": "ann-up", "then": "ann-tea"}}, "link_says_nothing", "links.1"),
    ({"links.0.most": 30}, "impossible_lag", "links.1"),
    ({"day": "2026-02-30"}, "wrong_day", "day"),
    ({"format": "other"}, "not_in_list", "format"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "where"), BAD, ids=[f"{b[1]}-{b[2]}" for b in BAD])
def test_each_names_its_record_and_has_words(changes, code, where):
    with pytest.raises(BadInput) as refused:
        read(small(**changes))
    found = {(f.code, f.where): f for f in refused.value.faults}
    assert (code, where) in found
    with override("en-gb"):
        english = fault_text(found[code, where])
    with override("cy"):
        welsh = fault_text(found[code, where])
    assert english != code
    assert "%(" not in english + welsh
    assert welsh != english


def test_links_in_a_circle():
    links = [
        {"first": "ann-up", "then": "bob-insulin", "least": 10},
        {"first": "bob-insulin", "then": "ann-tea", "least": 10},
        {"first": "ann-tea", "then": "ann-up", "least": 1},
    ]
    with pytest.raises(BadInput) as refused:
        read(small(links=links))
    told = [(f.code, f.params["visits"]) for f in refused.value.faults]
    assert told == [("links_in_a_circle", "ann-up, bob-insulin, ann-tea")]


@pytest.mark.parametrize("text", ["", "{", "[]", "NaN", '{"day": NaN}', "[" * 100_000])
def test_what_is_no_problem_at_all(text):
    with pytest.raises(BadInput):
        read_problem(text, rota_schema("problem"), rota_limits())


def test_every_fault_of_a_step_is_told_at_once():
    with pytest.raises(BadInput) as refused:
        read(small(**{"visits.0.minutes": -1, "visits.1.harm": "x", "shifts.0.mode": 5}))
    assert len(refused.value.faults) == 3


def test_an_empty_day_is_a_day():
    assert read(small(visits=[], links=[], shifts=[])).visits == {}


def test_a_shift_over_midnight():
    shift = read(small(**{"shifts.0.starts": "20:00", "shifts.0.ends": "30:30"})).shifts["mo-early"]
    assert (shift.starts, shift.ends) == (1200, 1830)


def test_the_night_the_clocks_go_back_has_an_hour_more():
    night = {"day": "2026-10-24", "shifts.0.starts": "22:00", "shifts.0.ends": "31:00"}
    assert read(small(**night)).shifts["mo-early"].ends == 32 * 60
    with pytest.raises(BadInput) as refused:
        read(small(**{**night, "shifts.0.ends": "25:30"}))
    assert [f.code for f in refused.value.faults] == ["clocks_show_it_twice"]
    second = {**night, "shifts.0.ends": "2026-10-25T01:30+00:00"}
    assert read(small(**second)).shifts["mo-early"].ends == 26.5 * 60


def test_the_night_the_clocks_go_forward_lacks_an_hour():
    with pytest.raises(BadInput) as refused:
        read(small(**{"day": "2026-03-28", "shifts.0.ends": "25:30", "shifts.0.starts": "20:00"}))
    assert [f.code for f in refused.value.faults] == ["clocks_skip_it"]


def test_the_schema_is_json_that_names_its_format():
    assert rota_schema("problem")["properties"]["format"]["const"] == "whatmatters-rota/1"
    assert json.dumps(rota_schema("plan"))
