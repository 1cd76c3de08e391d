"""When a comparison tells an interval, and how much of it is worked out at once."""

from functools import lru_cache

from whatmatters.policy.queries import read_policy
from whatmatters.rules.comparing.estimates import Quantiles
from whatmatters.rules.comparing.summing import Least


@lru_cache
def least() -> Least:
    """How many people and periods an interval needs, with the quantiles that it is worked by."""
    raw = read_policy("national", "comparing")
    rows = tuple((int(degrees), float(t)) for degrees, t in raw["quantiles"])
    return Least(int(raw["least_people"]), int(raw["least_periods"]), Quantiles(rows))


def most_people_on_a_page() -> int:
    """People that a page compares at once."""
    return int(read_policy("national", "comparing")["most_people_on_a_page"])


def most_periods() -> int:
    """Payment periods of one comparison."""
    return int(read_policy("national", "comparing")["most_periods"])
