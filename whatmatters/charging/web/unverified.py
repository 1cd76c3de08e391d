"""What of a statement rests on rates or an order of sums that nobody has read in their source."""

from whatmatters.charging.queries import ChargeStatement
from whatmatters.charging.web.names import RATES


def unverified_names(told: ChargeStatement) -> tuple[str, ...]:
    """The rates of any line that nobody has read in their source, by name."""
    keys = {key for line in told.lines for key in line.told["unverified"]}
    return tuple(sorted(str(RATES.get(key, key)) for key in keys))


def order_unverified(told: ChargeStatement) -> bool:
    """Whether any line rests on an order of the sum that is from memory of the law."""
    return any(line.told["order_unverified"] for line in told.lines)
