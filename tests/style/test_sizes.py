"""Rooms small enough to live in."""

import statistics

from tests.fixtures.sources import functions, lines, named, product, written


def test_no_file_is_over_300_lines() -> None:
    assert [f"{named(f)}: {lines(f)}" for f in written() if lines(f) > 300] == []


def test_the_median_file_is_under_60_lines() -> None:
    assert statistics.median(lines(f) for f in product() if lines(f)) < 60


def test_no_function_is_over_40_lines() -> None:
    long = [
        f"{named(file)}:{f.lineno} {f.name}: {f.end_lineno - f.lineno + 1}"
        for file in written()
        for f in functions(file)
        if f.end_lineno - f.lineno + 1 > 40
    ]
    assert long == []


def test_the_median_function_is_under_10_lines() -> None:
    lengths = [f.end_lineno - f.lineno + 1 for file in product() for f in functions(file)]
    assert statistics.median(lengths) < 10
