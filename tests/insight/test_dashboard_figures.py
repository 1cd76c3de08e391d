"""The dashboard's figures counted by hand, and what is withheld from whom."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_person, an_actor, moment
from tests.fixtures.judged import a_planned_version, judge
from tests.fixtures.paid import a_paid_case, browser_of
from tests.fixtures.published import a_case_with_a_postcode
from tests.frontend.strict_html import faults
from whatmatters.access.services import (
    OrganisationGiven,
    add_organisations,
    mark_installation,
)
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.insight.queries import scopes
from whatmatters.insight.queries.dashboard import Dashboard
from whatmatters.insight.queries.dashboard import dashboard as read
from whatmatters.insight.queries.gaps import gaps_of
from whatmatters.insight.web.code_words import MODELS
from whatmatters.insight.web.gap_map import gaps_shown
from whatmatters.outcomes.models import Gap, OutcomeAnswer, Plan, PlanVersion
from whatmatters.outcomes.queries.figure_facts import GapFigure
from whatmatters.payments.models import PaymentRun
from whatmatters.places.models import Council
from whatmatters.policy.measures import measure_weeks, measures
from whatmatters.rules.commissioning_models import MODELS as WAYS_OF_PAYING
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.measures.register import MeasureClass
from whatmatters.rules.outcomes import Cause
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.trust.services import guard_address

ON = STARTS + timedelta(days=100)
JUDGED = STARTS + timedelta(days=90)


def reviewed(case: Case, contract_id: int, name: str, tenths: tuple[int, ...], provider=None):
    """A plan of one person with an outcome for each share, concluded; and her own answers."""
    person = a_person(case, name)
    planned = a_planned_version(
        case,
        person,
        contract_id,
        starts=STARTS,
        ends=STARTS + timedelta(days=83),
        weights=(None,) * len(tenths),
    )
    if provider is not None:
        Plan.objects.filter(versions=planned.version_id).update(provider_id=provider)
    findings = judge(case, planned, tenths=tenths, cause=Cause.CIRCUMSTANCES, on=JUDGED)
    PlanVersion.objects.filter(pk=planned.version_id).update(state=PlanState.ENDED)
    version = PlanVersion.objects.get(pk=planned.version_id)
    for outcome_id, share in zip(planned.outcome_ids, tenths, strict=True):
        OutcomeAnswer.objects.create(
            council_id=case.council_id,
            by_id=person.actor.user_id,
            at=moment(JUDGED),
            judgement=version.judgement,
            outcome_id=outcome_id,
            party="person",
            achieved={10: "achieved", 0: "not_achieved"}.get(share, "partly"),
            tenths=share,
            on=JUDGED,
        )
    assert len(findings) == len(tenths)
    return version


def dashboard(council_id: int, *, on: date, provider_id: int | None = None) -> Dashboard:
    """The department's figures, or one provider's."""
    if provider_id is None:
        return read(scopes.department(council_id), on=on)
    return read(scopes.provider(council_id, provider_id), on=on)


def another_provider(case: Case) -> int:
    given = OrganisationGiven(OrganisationKind.PROVIDER, "Another", "Arall")
    return add_organisations(by=case.system, at=moment(STARTS), organisations=[given])[0]


def achieved(figures) -> tuple[int, int] | None:
    found = figures.shares["outcomes_achieved"].rate.interval
    return found and (found.numerator, found.denominator)


def test_outcomes_are_counted_in_the_persons_own_voice(db: None) -> None:
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for name, tenths in zip("ABCDE", ((10, 10, 4), (10, 0, 0), (10,), (0,), (4,)), strict=True):
        reviewed(case, contract_id, name, tenths)
    figures = dashboard(case.council_id, on=ON)
    assert achieved(figures) == (4, 9)
    assert achieved(dashboard(case.council_id, on=JUDGED + timedelta(weeks=13))) is None


def test_four_are_too_few_to_tell_and_so_are_many_of_four_people(db: None) -> None:
    case = a_case()
    contract_id = a_contract(case, "A/1")
    reviewed(case, contract_id, "Ann", (10, 10, 4, 0))
    assert achieved(dashboard(case.council_id, on=ON)) is None
    for name in "BCD":
        reviewed(case, contract_id, name, (10, 10))
    assert achieved(dashboard(case.council_id, on=ON)) is None
    reviewed(case, contract_id, "E", (10,))
    assert achieved(dashboard(case.council_id, on=ON)) == (9, 11)


def test_a_providers_figure_is_withheld_where_the_rest_would_be_few(db: None) -> None:
    case = a_case()
    contract_id, rival = a_contract(case, "A/1"), another_provider(case)
    for name in "ABCDEF":
        reviewed(case, contract_id, name, (10,))
    for name in "GH":
        reviewed(case, contract_id, name, (0,), rival)
    assert achieved(dashboard(case.council_id, on=ON)) == (6, 8)
    assert achieved(dashboard(case.council_id, on=ON, provider_id=case.provider_id)) is None
    assert achieved(dashboard(case.council_id, on=ON, provider_id=rival)) is None
    for name in "IJK":
        reviewed(case, contract_id, name, (0,), rival)
    assert achieved(dashboard(case.council_id, on=ON, provider_id=case.provider_id)) == (6, 6)


def test_gaps_of_few_people_are_not_told_apart_nor_named(db: None) -> None:
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for number in range(5):
        version = reviewed(case, contract_id, f"Person {number}", (10,))
        for what in ("A lift after dark", f"Her own thing {number}"):
            Gap.objects.create(
                council_id=case.council_id,
                by_id=case.social_worker.user_id,
                at=moment(JUDGED),
                version=version,
                ward_id=case.ward_id,
                on=JUDGED,
                what=what if number else what.upper(),
            )
    gaps = dashboard(case.council_id, on=ON).gaps
    assert (gaps.gaps, gaps.people, gaps.other_things) == (10, 5, 5)
    assert [(m.what, m.people) for m in gaps.missing] == [("A LIFT AFTER DARK", 5)]
    assert [(w.people, w.what) for w in gaps.wards] == [(5, "A LIFT AFTER DARK")]
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    told = browser_of(case.commissioner).get(reverse("dashboard")).content.decode()
    assert "A LIFT AFTER DARK" in told
    assert "Her own thing" not in told


def test_gaps_of_a_hidden_address_are_in_no_ward_and_the_page_says_so(db: None) -> None:
    """Control arm: while it is not hidden the sixth is counted."""
    case = a_case()
    contract_id = a_contract(case, "A/1")
    for number in range(6):
        version = reviewed(case, contract_id, f"Person {number}", (10,))
        written = {"council_id": case.council_id, "by_id": case.social_worker.user_id}
        about = {"version": version, "ward_id": case.ward_id, "on": JUDGED, "what": "A lift"}
        Gap.objects.create(at=moment(JUDGED), **about, **written)
    assert [ward.people for ward in dashboard(case.council_id, on=ON).gaps.wards] == [6]
    hide = {"person_id": version.plan.person_id, "at": moment(JUDGED), "on": JUDGED}
    why = {"hidden": True, "address": "1 Hidden Lane", "reason": "Afraid"}
    guard_address(by=case.social_worker, **hide, **why)
    gaps = dashboard(case.council_id, on=ON).gaps
    assert (gaps.gaps, gaps.people, [ward.people for ward in gaps.wards]) == (5, 5, [5])
    shown = {"gaps": gaps_shown(gaps, 5, "", ""), "figures": {"minimum": 5}}
    told = render_to_string("insight/parts/gaps.html", shown)
    assert "People whose address must stay hidden are counted in no ward, and not here." in told


def test_the_department_sees_gaps_on_a_map_of_the_council_s_real_wards(db: None) -> None:
    """Every ward of Gwynedd by its name and outline, in the reader's language; a council whose
    boundaries are not packaged has the table alone."""
    case, _postcode = a_case_with_a_postcode()
    contract_id = a_contract(case, "A/1")
    version = reviewed(case, contract_id, "Nest", (10,))
    written = {"council_id": case.council_id, "by_id": case.social_worker.user_id}
    about = {"version": version, "ward_id": case.ward_id, "on": JUDGED, "what": "A lift"}
    Gap.objects.create(at=moment(JUDGED), **about, **written)
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    page = browser_of(case.commissioner).get(reverse("dashboard")).content.decode()
    assert faults(page) == []
    drawn = re.findall(r'<path d="M[^"]+" fill="([^"]+)"[^>]*><title>([^<]+)</title>', page)
    assert len(drawn) == 65
    assert {"Aberdyfi", "Y Bala"} <= {name for _fill, name in drawn}
    assert sum(fill.startswith("url(") for fill, _name in drawn) == 1
    Council.objects.filter(pk=case.council_id).update(name_en="Sir Arall")
    other = browser_of(case.commissioner).get(reverse("dashboard")).content.decode()
    assert "</title></path>" not in other


def test_every_way_of_paying_has_its_name_on_the_dashboard() -> None:
    assert set(MODELS) == set(WAYS_OF_PAYING)


def gaps_in(*people_of_wards: int) -> list[GapFigure]:
    """One gap for each person, in as many wards as numbers are given."""
    return [
        GapFigure(f"W{ward}", "Ward", "Ward", 1, True, "A lift", 100 * ward + person)
        for ward, people in enumerate(people_of_wards)
        for person in range(people)
    ]


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ((1,) * 7, False),  # seven in seven wards: one in each
        ((2, 1, 1, 1, 1), False),
        ((1, 1, 1, 1), False),  # fewer than five people, and four wards on the map
        ((6, 6, 1, 1, 1, 1, 1), False),  # five are left for five wards
        ((3, 2, 2, 4), True),
        ((6, 9), True),
    ],
)
def test_a_total_that_tells_of_one_person_by_ward_is_left_out(people, told: bool) -> None:
    assert gaps_of(gaps_in(*people), part=False, minimum=5).total_told is told


def test_the_page_says_of_few_gaps_only_in_how_many_wards() -> None:
    shown = gaps_shown(gaps_of(gaps_in(*(1,) * 7), part=False, minimum=5), 5, "", "")
    figures = {"gaps": shown, "figures": {"minimum": 5}}
    told = render_to_string("insight/parts/gaps.html", figures)
    assert "In each of 7 wards fewer than 5 people missed something" in told
    assert "How many in all is left out" in told
    assert "Gaps written into plans: 7" not in told


def test_leading_measures_come_first_and_each_says_what_it_counts() -> None:
    kinds = [measure.kind for measure in measures().values()]
    assert kinds[:4] == [MeasureClass.LEADING] * 4
    assert MeasureClass.LEADING not in kinds[4:]
    assert measure_weeks() == 13
    for measure in measures().values():
        assert measure.minimum == 5
        assert measure.numerator
        assert measure.denominator
        assert measure.purpose


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_the_page_is_whole_empty_and_filled_with_few_queries(db: None, language: str) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(ON), as_of=ON)
    case = a_case()
    for actor in (case.commissioner, case.manager):
        look(actor, language)
    scrutiny = an_actor(case.system, Role.SCRUTINY, case.council_organisation_id, "s")
    contract_id = a_contract(case, "A/1")
    for number in range(8):
        reviewed(case, contract_id, f"Person {number}", (10, 0))
    for actor in (case.commissioner, case.manager, scrutiny):
        told = look(actor, language)
        assert "50%" in told
        assert "Person " not in told.replace("Person says", "")


def look(actor, language: str) -> str:
    browser = browser_of(actor, language)
    browser.get(reverse("dashboard_method"))  # what a session asks once is no part of the page
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(reverse("dashboard"))
    told = answer.content.decode()
    assert answer.status_code == 200
    assert faults(told) == []
    assert len(asked) <= 12, [one["sql"][:90] for one in asked]
    return told


def test_a_live_case_has_figures_of_money_and_starts(db: None) -> None:
    paid = a_paid_case()
    figures = dashboard(paid.case.council_id, on=STARTS + timedelta(days=86))
    assert figures.spend.pence > 0
    assert [part.key for part in figures.spend.parts] == ["outcome_payments"]
    assert figures.period.start == date(2026, 4, 2)
    assert figures.spend.days is not None
    runs = PaymentRun.objects.filter(state="released", period_start__gte=figures.period.start)
    assert figures.spend.days.start == min(run.period_start for run in runs)
    assert figures.spend.days.end == max(run.period_end for run in runs)
    page = look(paid.case.commissioner, "en-gb")
    assert f"Paid by released runs for {period_words(figures.spend.days)}." in page
    assert "No rate of fewer than 5 in all is shown, nor one of fewer than 5 people." in page
    assert "Nothing counted" not in page
