"""Three people and two periods under every way of paying, each figure worked by hand.

6 April to 3 May and 4 May to 31 May 2026. A bundle tried anew has reviews of 8 weeks, as its
contract says, so that one ends inside.

Ann has visits: two calls of 30 minutes a day, 7 hours a week at 20.00. In the first period 12 of 56
calls were missed: 44 x 30 = 1320 minutes, 22 hours, 440.00. In the second one call took 44 minutes:
55 x 30 + 45 (to the nearest 15) = 1695 minutes, 28.25 hours, 565.00. Delivered: 1320 + 1694 = 3014.
Ben has a bundle of 10 hours a week at 22.40: 13 weeks are 2912.00, 32.00 a day, 896.00 a period.
Cath has a plan of 84 days: 100 hours at 22.40 and 20 at 27.15, 2783.00: 927.67, then 927.66.
Of hers the health board pays a quarter.
"""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from whatmatters.policy.comparing import least
from whatmatters.policy.queries import dated_rules, with_defaults
from whatmatters.rules.commissioning import AgreementTerms, Payer
from whatmatters.rules.commissioning_models import bundled_hours, outcome_payments, time_and_task
from whatmatters.rules.comparing.estimates import Verdict
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Support
from whatmatters.rules.comparing.planned import planned_of
from whatmatters.rules.comparing.priced import Chosen, Priced
from whatmatters.rules.comparing.pricing import price_as
from whatmatters.rules.comparing.summing import Least, compared
from whatmatters.rules.periods import period_from

pytestmark = pytest.mark.once

START = date(2026, 4, 6)
FIRST = period_from(START)
SECOND = FIRST.next()
WINDOW = (FIRST, SECOND)
RULES = dated_rules()
COUNCIL = (Payer("council", Fraction(1)),)
SHARED = (Payer("council", Fraction(3, 4)), Payer("board", Fraction(1, 4)))
ANN, BEN, CATH = 1, 2, 3
# Two of each are enough here, so that the arithmetic of an interval can be followed.
TWO = Least(2, 2, least().quantiles)


def chosen(model: str, rate: str | None = None, **terms: object) -> Chosen:
    return Chosen(with_defaults(model, terms), None if rate is None else Fraction(rate))


CHOSEN = {
    "outcome_payments": chosen("outcome_payments"),
    "bundled_hours": chosen("bundled_hours", review_weeks=8),
    "individual_service_fund": chosen("individual_service_fund", management_fee=0),
    "direct_payment": chosen("direct_payment"),
}


def terms_of(model, **given):
    return model.read_terms(with_defaults(model.name, given))


def ann() -> Support:
    agreement = AgreementTerms(
        "time_and_task", START, None, "carers", COUNCIL, terms_of(time_and_task, rate=20)
    )
    days = [START + timedelta(days=n) for n in range(56)]
    planned = [(day, 30) for day in days for _ in range(2)]
    given = [0] * 12 + [30] * 44 + [44] + [30] * 55
    visits = [
        time_and_task.Visit(day, minutes, done)
        for (day, minutes), done in zip(planned, given, strict=True)
    ]
    lines = {
        period: time_and_task.assess(
            agreement,
            time_and_task.Evidence(tuple(v for v in visits if v.on in period)),
            RULES,
        ).lines
        for period in WINDOW
    }
    delivered: dict[date, int] = {}
    for visit in visits:
        delivered[visit.on] = delivered.get(visit.on, 0) + (visit.delivered or 0)
    seven = planned_of(agreement, START, Fraction(7))
    return Support(ANN, agreement, START, None, lines, seven, delivered)


def ben() -> Support:
    terms = terms_of(bundled_hours, weekly_hours=10, rate=Fraction("22.40"))
    agreement = AgreementTerms("bundled_hours", START, None, "carers", COUNCIL, terms)
    return assessed(BEN, agreement, bundled_hours)


def cath() -> Support:
    plan = [
        {"what": "walks", "band": "standard", "hours": 100},
        {"what": "balance", "band": "specialist", "hours": 20},
        {"what": "lunch", "cost": 0, "funded_by": "a grant"},
    ]
    rates = {"standard_rate": Fraction("22.40"), "specialist_rate": Fraction("27.15")}
    terms = terms_of(outcome_payments, plan=plan, **rates)
    last = START + timedelta(days=83)
    agreement = AgreementTerms("outcome_payments", START, last, "others", SHARED, terms)
    return assessed(CATH, agreement, outcome_payments)


def assessed(who: int, agreement: AgreementTerms, model) -> Support:
    lines = {
        period: model.assess(agreement, model.Evidence(period=period), RULES).lines
        for period in WINDOW
    }
    return Support(who, agreement, START, None, lines, planned_of(agreement, START))


def sums(model: str, support: Support, terms: Chosen | None = None):
    """Pence of each period, or why not."""
    got = price_as(model, support, terms or CHOSEN.get(model), WINDOW, RULES)
    return tuple(got.pence(p) for p in WINDOW) if isinstance(got, Priced) else got


def test_what_is_planned_for_a_week_is_read_from_each_one_s_terms():
    told = [support.planned for support in (ann(), ben(), cath())]
    assert [one.hours for one in told] == [7, 10, 10]
    # 7 x 20.00; 10 x 22.40; 2783.00 x 7 / 84 = 231.91 2/3, so 23.19 1/6 for an hour
    assert [one.pounds for one in told] == [140, 224, Fraction(2783, 12)]
    assert [one.hour for one in told] == [20, Fraction("22.40"), Fraction(2783, 120)]


@pytest.mark.parametrize(
    ("model", "of_ann", "of_ben", "of_cath"),
    [
        # 22 h and 28.25 h at 20.00; the others have no visit that anybody recorded
        ("time_and_task", (44000, 56500), CannotPrice.NO_VISITS, CannotPrice.NO_VISITS),
        # 7 x 8 = 56 h at 20.00 = 1120.00 over 56 days; 80 h at 22.40 = 1792.00; Cath as she is
        ("outcome_payments", (56000, 56000), (89600, 89600), (92767, 92766)),
        # Ann: 1120.00 over a review of 56 days. A = 3360, the band 3091.2 to 3628.8, used 3014:
        # 77.2 under it, x 20.00 / 60 = 25.73 back. Cath: 80 x 2783/120 = 1855.33, halves 927.67
        ("bundled_hours", (56000, 53427), (89600, 89600), (92767, 92766)),
        # 7280.00 a year in 13 parts; 11648.00; 2783/12 x 52 = 12059.67: 927.67, 1855.33 - 927.67
        ("individual_service_fund", (56000, 56000), (89600, 89600), (92767, 92766)),
        # 140.00, 224.00 and 231.91 2/3 a week, four times and eight times
        ("direct_payment", (56000, 56000), (89600, 89600), (92767, 92766)),
        ("patch_block", *[CannotPrice.A_PATCH] * 3),
        ("shift_split", *[CannotPrice.NO_SHIFTS] * 3),
        ("short_term", *[CannotPrice.NO_EPISODE] * 3),
        ("introductory_agency", *[CannotPrice.NO_PLATFORM_TIME] * 3),
        ("community_outcome", *[CannotPrice.NO_POPULATION] * 3),
    ],
)
def test_each_way_of_paying_by_hand(model, of_ann, of_ben, of_cath):
    assert [sums(model, one) for one in (ann(), ben(), cath())] == [of_ann, of_ben, of_cath]


def test_an_hour_s_price_that_was_said_is_the_one_that_counts():
    # 56 h at 25.00 = 1400.00; 80 h at 25.00 = 2000.00
    said = chosen("outcome_payments", "25")
    assert sums("outcome_payments", ann(), said) == (70000, 70000)
    assert sums("outcome_payments", ben(), said) == (100000, 100000)
    assert sums("outcome_payments", cath(), said) == (92767, 92766)  # hers is what was paid


def test_what_a_price_does_not_hold_is_said():
    def left(model, support):
        return price_as(model, support, CHOSEN[model], WINDOW, RULES).left_out

    assert left("outcome_payments", ann()) == {LeftOut.JUDGEMENT}
    assert left("outcome_payments", cath()) == set()
    assert left("bundled_hours", ann()) == set()
    assert left("bundled_hours", cath()) == {LeftOut.REVIEW}
    assert left("individual_service_fund", ben()) == {LeftOut.UNSPENT}
    assert left("direct_payment", ben()) == {LeftOut.UNSPENT, LeftOut.CONTRIBUTION}


def all_of(model: str, needed: Least = TWO):
    answers = [
        (one.person, price_as(model, one, CHOSEN.get(model), WINDOW, RULES))
        for one in (ann(), ben(), cath())
    ]
    return compared(model, answers, WINDOW, RULES, needed)


def test_outcome_payments_for_all_three_to_the_last_figure():
    got = all_of("outcome_payments")
    assert (got.people, got.as_they_are, got.anew) == (3, 1, 2)
    # 1120.00 + 1792.00 + 1855.33, against 440 + 565 + 1792.00 + 1855.33
    assert (got.pence, got.as_it_was) == (476733, 465233)
    # of Cath's 92767 the board pays 23192 (.75 rounds to it), of 92766 23191 (a tie, council first)
    assert got.payers == {"council": 430350, "board": 46383}
    # Ann (112000 - 100500) / 2 = 5750 more a period, Ben 0: mean 2875, s = 5750 / sqrt 2, and
    # 12.706 x s / sqrt 2 = 12.706 x 2875 = 36529.75 each way
    assert (got.difference.n, got.difference.mean) == (2, 2875)
    assert got.difference.lower == pytest.approx(-33654.75)
    assert got.difference.upper == pytest.approx(39404.75)
    assert got.verdict is Verdict.CANNOT_TELL
    # 56 + 80 + 80 hours planned
    assert (got.hours, got.hour) == (216, Fraction("4767.33") / 216)
    # missed, through the provider, never said: 0.80 x (0.50 + 0.50 x 1): 0.80 of each price
    assert got.at_stake == 381386  # 89600 + 143360 + 148426.4
    assert got.signs == {(False, False, True): 3}
    assert (got.why_not, got.left_out) == ({}, {LeftOut.JUDGEMENT: 2})


def test_income_of_a_provider_over_the_periods_as_it_was_and_as_it_would_be():
    carers, others = all_of("outcome_payments").incomes
    assert (carers.provider, carers.people) == ("carers", 2)
    # 44000 + 89600 and 56500 + 89600: mean 139850, s = 12500 / sqrt 2 = 8838.83
    assert (carers.was.n, carers.was.mean) == (2, 139850)
    assert carers.was.deviation == pytest.approx(8838.83, abs=0.01)
    assert carers.was.upper == pytest.approx(139850 + 12.706 * 6250)
    assert (carers.would.mean, carers.would.deviation) == (145600, 0)
    assert (others.provider, others.people, others.would.mean) == ("others", 1, 92766.5)


def test_bundled_hours_for_all_three():
    got = all_of("bundled_hours")
    # 112000 - 2573 + 179200 + 185533
    assert (got.pence, got.as_it_was) == (474160, 465233)
    # A review in which nobody came gives back all under the band: 92%. Ann 103040, Ben 164864,
    # Cath 4416 minutes x 2783/120 x 100 / 60 = 170690.67, which is 170691 of 185533
    assert got.at_stake == 438595
    assert got.left_out == {LeftOut.REVIEW: 1}


def test_what_has_no_price_is_counted_by_its_reason():
    got = all_of("time_and_task")
    assert (got.people, got.anew, got.pence, got.difference) == (1, 0, 100500, None)
    assert got.why_not == {CannotPrice.NO_VISITS: 2}
    assert got.verdict is Verdict.CANNOT_TELL
    assert got.at_stake == 0  # a missed call is not paid; nothing is taken back
    assert got.signs == {(True, False, True): 1}


def test_of_two_people_no_interval_is_told_where_five_are_needed():
    got = all_of("outcome_payments", least())
    assert (got.difference.mean, got.difference.told) == (2875, False)
    assert [one.would.told for one in got.incomes] == [False, False]
