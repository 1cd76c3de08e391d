"""Every key of a TOML text knows its line, however the text is written."""

from whatmatters.rules.toml_places import line_of, places

TEXT = '''# a comment with [brackets] and key = 1
title = "a # that is no comment, and a ] too"
"quoted key" = 'x = 1'
a.b.c = 2026-04-06 10:00:00  # dotted
long = """
not_a_key = 1
"""
[agreement]
payers = [
    { name = "A", share = 0.5 }, # first
    { name = "B\\"}", share = 0.5 },
]
nested = [[1, 2], [
  3 ]]
[[visits]]
on = 1
[visits.more]
x = 2
[[visits]]
on = 2
'''


def test_lines():
    found = places(TEXT)
    expected = {
        "title": 2,
        "quoted key": 3,
        "a": 4,
        "a.b.c": 4,
        "long": 5,
        "agreement": 8,
        "agreement.payers": 9,
        "agreement.payers[0]": 10,
        "agreement.payers[0].share": 10,
        "agreement.payers[1].name": 11,
        "agreement.nested[1][0]": 14,
        "visits": 15,
        "visits[0].on": 16,
        "visits[0].more.x": 18,
        "visits[1]": 19,
        "visits[1].on": 20,
    }
    assert {key: found.get(key) for key in expected} == expected
    assert "not_a_key" not in found


def test_windows_line_ends_and_no_last_line_end():
    assert places("a = 1\r\n[b]\r\nc = 'x'") == {"a": 1, "b": 2, "b.c": 3}


def test_an_absent_key_is_placed_at_the_table_around_it():
    found = places(TEXT)
    assert line_of(found, "agreement.payers[1].role") == 11
    assert line_of(found, "agreement.terms.rate") == 8
    assert line_of(found, "model") is None
