"""Pages of blocks: a price is seen before it is signed, and both parties read the same."""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.blocked import YEAR_ENDS, a_block, a_role, decided, handed_in, terms
from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.money import ANCHOR
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.blocks.models import Block, CapacityPeriod, JointReview
from whatmatters.blocks.queries import block_facts
from whatmatters.blocks.queries.priced import own_terms
from whatmatters.blocks.services import record_capacity
from whatmatters.commissioning.models import Contract
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.once

TODAY = date(2026, 7, 6)
FIGURES = {
    "role_1": "Cynorthwyydd",
    "wte_1": "8",
    "wage_1": "13.50",
    "hours_1": "1950",
    "on_costs_1": "25",
    "role_2": "Uwch weithiwr",
    "wte_2": "2",
    "wage_2": "15.20",
    "hours_2": "1950",
    "on_costs_2": "25",
    "management": "42000",
    "overheads": "18,500",
    "profit_share": "5",
    "profit_cap": "5",
    "wage_floor": "13.45",
}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


def read(actor, name: str, *args: int, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(reverse(name, args=args))
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def send(actor, name: str, *args: int, **told: str):
    return browser_of(actor).post(reverse(name, args=args), {"form_token": str(uuid4()), **told})


def days(field: str, day: date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{field}-{part}": str(number) for part, number in parts.items()}


def asked(case: Case, **other: str) -> dict[str, str]:
    parties = {"provider": str(case.provider_id), "patch": str(case.patch_id), "reference": "BL-1"}
    return parties | days("year_starts", ANCHOR) | FIGURES | other


def test_the_price_is_shown_first_and_signed_when_it_was_seen(case: Case) -> None:
    shown = send(case.commissioner, "block_new", **asked(case))
    assert shown.status_code == 200
    page = shown.content.decode()
    assert "£418,789.47" in page
    assert "8 WTE × £13.50 an hour × 1950 hours × (1 + 0.25)" in page
    assert Block.objects.count() == Contract.objects.count() == 0
    signed = send(case.commissioner, "block_new", **asked(case, sure="on"))
    made = Block.objects.get()
    assert signed["Location"] == reverse("block", args=[made.pk])
    one, other = read(case.manager, "block", made.pk), read(case.finance, "block", made.pk)
    for page in (one, other):
        assert "£32,214.57" in page  # the first of 13
        assert "£418,789.47" in page
    assert "Bloc " in read(case.manager, "block", made.pk, language="cy")


def test_a_health_board_pays_its_share_and_shares_must_make_a_whole(case: Case) -> None:
    body = str(case.provider_id)
    wrong = send(case.commissioner, "block_new", **asked(case, other_share="40", sure="on"))
    assert wrong.status_code == 422
    assert "must make a whole" in wrong.content.decode()
    sure = asked(case, other_payer=body, other_share="40", sure="on")
    assert send(case.commissioner, "block_new", **sure).status_code == 302
    page = read(case.commissioner, "block", Block.objects.get().pk)
    assert "60%" in page
    assert "40%" in page


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("wte_1", "", "needs an answer"),
        ("wte_2", "", "Role 2 needs this figure"),
        ("wte_3", "1", "Role 3 has figures and no name"),
        ("role_2", "Cynorthwyydd", "Two roles have the same name"),
        ("profit_share", "6", "profit"),
        ("wage_2", "13.40", "under the floor"),
        ("wage_floor", "12.60", "National Living Wage, which is £12.71 from"),
        ("hours_1", "9999999", "less than or equal to 3000"),
        ("management", "-1", "must not be less than nothing"),
        ("year_starts-year", "20266", "four figures"),
        ("provider", "999999", "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    case: Case, field: str, value: str, said: str
) -> None:
    answer = send(case.commissioner, "block_new", **asked(case, **{field: value}, sure="on"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert 'value="Cynorthwyydd"' in page  # what was typed stays
    assert Block.objects.count() == Contract.objects.count() == 0


def test_a_team_that_is_too_full_for_three_instalments_asks_for_a_joint_review(case: Case) -> None:
    block = a_block(case)
    hours = {"committed": "950", "deployable": "1000"}
    for number in ("1", "2"):
        send(case.manager, "block_capacity", block, instalment=number, **hours)
    assert "A joint review is proposed; nothing" not in read(case.manager, "block", block)
    late = send(case.manager, "block_capacity", block, instalment="9", **hours)
    assert "still to come" in late.content.decode()
    send(case.commissioner, "block_capacity", block, instalment="3", **hours)
    assert CapacityPeriod.objects.count() == 3
    for reader in (case.manager, case.commissioner, case.finance):
        page = read(reader, "block", block)
        assert "More is promised than the team can well give" in page
        assert "95%" in page
    told = {"attended": "Cai a Beth", "minutes": "Mae angen un arall.", "decision": "amend"}
    send(case.commissioner, "block_review", block, **told, **days("held_on", TODAY))
    review = JointReview.objects.get()
    price = FIGURES | {"wte_2": "3", "from_instalment": "5", "sure": "on"}
    done = send(case.commissioner, "block_amend", block, review.pk, **price)
    new = Block.objects.latest("id")
    assert done["Location"] == reverse("block", args=[new.pk])
    assert "£457,789.47" in read(case.manager, "block", new.pk)
    assert reverse("block", args=[new.pk]) in read(case.manager, "block", block)


def test_the_amendment_begins_with_what_holds_now(case: Case) -> None:
    block = a_block(case)
    review = decided(case, block, TODAY)
    page = read(case.commissioner, "block_amend", block, review)
    for value in ("15.20", "1950", "25", "42000.00", "13.45"):
        assert f'value="{value}"' in page


def test_an_open_book_is_sent_back_with_a_reason_and_taken_when_it_is_right(case: Case) -> None:
    mark_installation_later(case)
    block = a_block(case)
    page = read(case.manager, "block", block)
    assert "its open book is not here yet" in page
    figures = {"wages": "290000", "on_costs": "50000", "management": "25000", "overheads": "15000"}
    assert send(case.manager, "block_book", block, **figures).status_code == 302
    page = read(case.finance, "block", block)
    assert "it cost £380,000" in page
    book = Block.objects.get().books.get()
    without = send(case.finance, "book_answer", book.pk, answer="send_back", reason="")
    assert without.status_code == 422
    send(case.finance, "book_answer", book.pk, answer="send_back", reason="Gwyliau ar goll")
    assert "Gwyliau ar goll" in read(case.manager, "block", block)
    again = handed_in(case, block, YEAR_ENDS + timedelta(days=3), 29_500_000)
    assert send(case.finance, "book_answer", again, answer="take", reason="").status_code == 302
    assert "Taken." in read(case.manager, "block", block)


def mark_installation_later(case: Case) -> None:
    from whatmatters.access.models import Installation

    Installation.objects.update(as_of=YEAR_ENDS + timedelta(days=4))


def test_a_year_is_followed_by_another_and_a_list_says_what_runs(case: Case) -> None:
    block = a_block(case)
    assert "No patch is paid as a block yet" not in read(case.finance, "block_list")
    next_day = YEAR_ENDS + timedelta(days=1)
    assert "£418,789.47" in read(case.commissioner, "block_next_year", block)
    sure = {**days("year_starts", YEAR_ENDS), "sure": "on"}
    overlap = send(case.commissioner, "block_next_year", block, **sure)
    assert "has a block until" in overlap.content.decode()
    seen = send(case.commissioner, "block_next_year", block, **days("year_starts", next_day))
    assert "£418,789.47" in seen.content.decode()
    assert Block.objects.count() == 1
    sure |= days("year_starts", next_day)
    send(case.commissioner, "block_next_year", block, **sure)
    assert Block.objects.count() == 2
    assert "(does not run today)" in read(case.finance, "block_list")
    browser = browser_of(case.finance)
    for asked, count in {
        "": 2,
        "?stand=runs": 1,
        "?stand=to_come&page=9": 1,
        "?stand=over": 0,
    }.items():
        listed = browser.get(reverse("block_list") + asked).content.decode()
        assert (faults(listed), listed.count('<th scope="row">')) == ([], count), asked
    told = {"instalment": 1, "committed": Decimal(1), "deployable": Decimal(2)}
    record_capacity(by=case.manager, at=moment(TODAY), block_id=block, **told)
    assert "50%" in read(case.manager, "block", block)


def test_a_block_that_ended_inside_an_instalment_shows_what_it_earns(case: Case) -> None:
    block = a_block(case)
    told = {"reason": "no_longer_needed", **days("on", date(2026, 5, 13))}
    assert send(case.commissioner, "block_end", block, **told).status_code == 302
    # Ten of the second instalment's 28 days: 3221458 x 10 / 28 = 1150520.71.
    assert "£11,505.21" in read(case.manager, "block", block)


def test_a_form_keeps_every_role_and_every_part_of_a_penny_of_the_price_that_holds(
    case: Case,
) -> None:
    roles = [a_role(f"Rôl {n}", "1.125", "13.505") for n in range(1, 7)]
    fine = terms() | {"roles": roles, "management": Decimal("42000.125")}
    block = a_block(case, agreed=fine)
    page = read(case.commissioner, "block_correct", block)
    assert "£13.505 exactly" in page
    sent = {name: value for name, value in typed(page).items() if not name.endswith("_7")}
    shown = send(case.commissioner, "block_correct", block, **sent, reason="Gwall")
    assert shown.status_code == 200
    # 6 x 1.125 x 13.505 x 1950 x 1.25 = 222199.453125; with 42000.125 and 18500 over them
    # 282699.578125; divided by 0.95: 297578.50.
    assert "£297,578.50" in shown.content.decode()
    assert Block.objects.count() == 1
    sent |= {"reason": "Gwall", "sure": "on", "role_6": "", "wte_6": "", "wage_6": ""}
    sent |= {"hours_6": "", "on_costs_6": ""}
    assert send(case.commissioner, "block_correct", block, **sent).status_code == 302
    kept = own_terms(case.council_id, block_facts(case.council_id, ids=[block + 1])[0])
    assert kept["roles"] == [
        {key: Fraction(value) if key != "role" else value for key, value in role.items()}
        for role in roles[:5]
    ]
    assert kept["management"] == Fraction("42000.125")


def test_a_block_that_was_undone_says_so_and_asks_for_nothing(case: Case) -> None:
    block = a_block(case)
    told = {"reason": "Y darparwr anghywir"}
    assert send(case.commissioner, "block_undo", block, **told).status_code == 302
    page = read(case.manager, "block", block)
    assert "It was signed by mistake. Huw Lewis undid it" in page
    assert "Y darparwr anghywir" in page
    assert "Tell the hours of an instalment" not in page
    assert "(undone)" in read(case.finance, "block_list")
    again = send(case.commissioner, "block_undo", block, **told)
    assert "has its last day already" in again.content.decode()


def test_pages_say_up_to_which_day_the_law_s_floor_is_known(case: Case) -> None:
    block = a_block(case)  # its last four days are in April 2027
    for page in (read(case.finance, "block", block), read(case.finance, "block_list")):
        assert "The National Living Wage is known up to 31 March 2027" in page


def typed(page: str) -> dict[str, str]:
    """What stands in the boxes of a page."""
    boxes = re.findall(r'<input[^>]*type="text"[^>]*>', page)
    told = [(re.search(r'\sname="([^"]+)"', b), re.search(r'\svalue="([^"]*)"', b)) for b in boxes]
    return {name[1]: value[1] if value else "" for name, value in told if name}
