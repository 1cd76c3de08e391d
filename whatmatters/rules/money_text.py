"""Exact numbers and pence as text."""

from decimal import Decimal
from fractions import Fraction

from whatmatters.rules.money import PENCE_IN_A_POUND, TEN

FACTORS_OF_TEN = (2, 5)


def exact_text(number: Fraction | Decimal | int) -> str:
    """An exact number as text: a decimal where it ends, else a quotient ("0.6", "1/3")."""
    if isinstance(number, int):
        return str(number)
    if isinstance(number, Decimal):
        number = Fraction(number)
    numerator, denominator = number.numerator, number.denominator
    if denominator == 1:
        return str(numerator)
    rest, twos = _divided_out(denominator, FACTORS_OF_TEN[0])
    rest, fives = _divided_out(rest, FACTORS_OF_TEN[1])
    if rest != 1:
        return f"{numerator}/{denominator}"
    places = max(twos, fives)
    whole, part = divmod(abs(numerator) * TEN**places // denominator, TEN**places)
    sign = "-" if numerator < 0 else ""
    return f"{sign}{whole}.{part:0{places}d}"


def pounds_text(amount: int) -> str:
    """Pence as pounds for a reader: -50094 is "-£500.94"."""
    size = abs(amount)
    sign = "-" if amount < 0 else ""
    return f"{sign}£{size // PENCE_IN_A_POUND:,}.{size % PENCE_IN_A_POUND:02d}"


def exact_pounds_text(amount: Fraction) -> str:
    """Exact pence as pounds with every digit; what never ends is a fraction of a penny.

    >>> [exact_pounds_text(Fraction(n, 10)) for n in (761625, 336, -5)]
    ['£761.625', '£0.336', '-£0.005']
    >>> exact_pounds_text(Fraction(200, 3))
    '£0.66 + 2/3p'
    """
    size = abs(amount)
    whole = int(size)
    sign = "-" if amount < 0 else ""
    rest = exact_text(size - whole)
    if rest == "0":
        return sign + pounds_text(whole)
    if "/" in rest:
        return f"{sign}{pounds_text(whole)} + {rest}p"
    return f"{sign}{pounds_text(whole)}{rest.removeprefix('0.')}"


def _divided_out(number: int, factor: int) -> tuple[int, int]:
    """What is left of a number without a factor, and how often the factor was in it."""
    times = 0
    while number % factor == 0:
        number //= factor
        times += 1
    return number, times
