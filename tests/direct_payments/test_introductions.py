"""Workers whom a platform found: agreed, told, put right, read; and what is refused."""

import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.direct import FIRST, a_direct
from tests.fixtures.introduced import MODEL, a_worker, given, tell
from tests.fixtures.money import a_contract
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.commissioning.queries import agreement_facts, agreements_of_sources
from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.commissioning.services import end_contract
from whatmatters.direct_payments.models import BoughtDay, Introduction
from whatmatters.direct_payments.queries.refusals import (
    BoughtAlready,
    BoughtChanged,
    DirectNotAllowed,
    DirectOver,
    IntroductionOver,
    MinutesImpossible,
    NotForIntroductions,
    NotHerOwnAccount,
    OutsideDirect,
    OutsideIntroduction,
    OutsideScheme,
)
from whatmatters.direct_payments.services import end_direct, end_introduction, introduce
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.word_refusals import WordsMissing

DAY = timedelta(days=1)
TODAY = date(2026, 7, 20)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def person(case: Case) -> Somebody:
    return a_person(case)


def test_what_is_not_agreed_by_its_name(case: Case, person: Somebody) -> None:
    direct, by = a_direct(case, person), case.social_worker
    platform = a_contract(case, model=MODEL)
    for name, other in (
        (NotForIntroductions, {"contract_id": a_contract(case)}),
        (Absent, {"contract_id": 10**6}),
        (OutsideScheme, {"starts": date(2025, 1, 1)}),
        (OutsideDirect, {"starts": FIRST - DAY}),
        (WordsMissing, {"who_comes": " "}),
        (Problems, {"hourly_price": Decimal(-1)}),
    ):
        told = given(case, direct, **{"contract_id": platform, **other})
        with pytest.raises((name, AgreementRefused) if name is Problems else name):
            introduce(by=by, at=moment(FIRST), given=told)
    with pytest.raises(DirectNotAllowed):
        introduce(by=person.actor, at=moment(FIRST), given=given(case, direct))
    end_direct(by=by, at=moment(FIRST), direct_id=direct, on=FIRST, reason=EndReason.REPLACED)
    with pytest.raises(DirectOver):
        introduce(by=by, at=moment(FIRST), given=given(case, direct, contract_id=platform))
    assert Introduction.objects.count() == 0


def test_who_manages_the_money_pays_workers_themselves(case: Case, person: Somebody) -> None:
    direct = a_direct(case, person, managed=True)
    with pytest.raises(NotHerOwnAccount):
        a_worker(case, person, direct=direct)


def test_what_is_not_told_by_its_name(case: Case, person: Somebody) -> None:
    worker = a_worker(case, person)
    for name, on, minutes in (
        (OutsideIntroduction, FIRST - DAY, 60),
        (MinutesImpossible, FIRST, 0),
        (MinutesImpossible, FIRST, 1441),
    ):
        with pytest.raises(name):
            tell(person, worker, on, minutes, at=TODAY)
    with pytest.raises(DayNotReached):
        tell(person, worker, TODAY + DAY, 60, at=TODAY)
    tell(person, worker, FIRST, 60)
    tell(person, worker, FIRST, 60)
    with pytest.raises(BoughtAlready):
        tell(person, worker, FIRST, 90)
    tell(person, worker, FIRST, 0, seen=1)
    with pytest.raises(BoughtChanged):
        tell(person, worker, FIRST, 90, seen=1)
    assert BoughtDay.objects.count() == 2
    over = {"by": case.social_worker, "at": moment(TODAY), "introduction_id": worker}
    over["reason"] = EndReason.REPLACED
    with pytest.raises(OutsideIntroduction):
        end_introduction(**over, on=FIRST - 2 * DAY)
    end_introduction(**over, on=FIRST)
    with pytest.raises(IntroductionOver):
        end_introduction(**over, on=FIRST)
    with pytest.raises(OutsideIntroduction):
        tell(person, worker, FIRST + DAY, 60)


def test_nothing_is_told_or_agreed_after_the_last_day_of_the_platforms_contract(
    case: Case, person: Somebody
) -> None:
    """Its contract runs to 12 July; a sooner last day may be said, a later one may not."""
    last = date(2026, 7, 12)
    platform = a_contract(case, model=MODEL)
    end_contract(by=case.commissioner, at=moment(FIRST), contract_id=platform, on=last)
    worker = a_worker(case, person, contract_id=platform)
    tell(person, worker, last, 60, at=TODAY)
    with pytest.raises(OutsideIntroduction):
        tell(person, worker, last + DAY, 60, at=TODAY)
    (agreement,) = agreements_of_sources(case.council_id, "introduction", [worker]).values()
    (signed,) = agreement_facts(case.council_id, ids=[agreement])
    assert signed.ends == last
    over = {"by": case.social_worker, "at": moment(TODAY), "introduction_id": worker}
    over["reason"] = EndReason.REPLACED
    with pytest.raises(IntroductionOver):
        end_introduction(**over, on=last + DAY)
    end_introduction(**over, on=last - DAY)
    with pytest.raises(OutsideIntroduction):
        tell(person, worker, last, 90, seen=1, at=TODAY)
    page = browser_of(case.social_worker)
    direct = Introduction.objects.get(pk=worker).direct_payment_id
    assert page.get(reverse("direct_introduce", args=[direct])).context["form"] is None


def read(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def send(actor, name: str, *args: int, **told: str):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **told})


def days(field: str, day: date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{field}-{part}": str(number) for part, number in parts.items()}


@pytest.mark.once
def test_it_is_agreed_told_by_herself_put_right_and_both_parts_are_read(
    case: Case, person: Somebody
) -> None:
    direct, contract = a_direct(case, person), a_contract(case, model=MODEL)
    asked = {"contract": str(contract), "who_comes": "Nia", "hourly_price": "16.00"}
    asked |= days("starts", FIRST)
    assert send(case.social_worker, "direct_introduce", direct, **asked).status_code == 302
    worker = Introduction.objects.get().pk
    assert "Nia" in read(person.actor, "direct", direct)
    hours = days("on", FIRST) | {"minutes": "90"}
    assert send(person.actor, "introduction_hours", worker, **hours).status_code == 302
    twice = send(person.actor, "introduction_hours", worker, **hours | {"minutes": "60"})
    assert "told already: 90 minutes" in twice.content.decode()
    page = read(person.actor, "introduction", worker)
    assert "An hour is £16.00: £3.20 (20%) for the platform and £12.80 for the worker." in page
    assert "90 £24.00 £4.80 £19.20" in page
    form = browser_of(person.actor).get(
        reverse("introduction_hours", args=[worker]) + f"?day={FIRST}"
    )
    right = {name: str(form.context["form"][name].value()) for name in ("day", "seen")}
    right |= {"minutes": "50"}
    assert send(person.actor, "introduction_hours", worker, **right).status_code == 302
    late = send(person.actor, "introduction_hours", worker, **right | {"minutes": "40"})
    assert "Somebody put 29 June 2026 right" in late.content.decode()
    page = read(case.social_worker, "introduction", worker)
    assert "50 £13.33 £2.67 £10.66" in page  # 16.00 x 50 / 60; a fifth is 2.666
    assert "Minutes: 90." in page
    over = {"reason": "replaced"} | days("on", FIRST)
    assert send(case.social_worker, "introduction_end", worker, **over).status_code == 302
    assert "Oriau gyda Nia" in read(person.actor, "introduction", worker, language="cy")
