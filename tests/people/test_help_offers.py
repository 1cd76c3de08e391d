"""What family and friends offer: theirs alone to say, kept as it was, gone with her consent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor, sight_of
from whatmatters.exchange.queries.taken_tables import read_record
from whatmatters.people.queries import help_offers, own_help_offers
from whatmatters.people.services import (
    HelpOffered,
    NewLink,
    change_help,
    link_people,
    offer_help,
    withdraw_help,
)
from whatmatters.rules.help_offers import (
    NotYoursToOffer,
    OfferChangedMeanwhile,
    OfferOver,
    OfferWithdrawn,
)
from whatmatters.rules.people import Language, LinkKind
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Role
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.trust.services import stop_sharing

ON = ENDS
SUNDAYS = HelpOffered(
    "I cook Sunday lunch", "Sundays, but not when I work", "I cannot lift him", Language.ENGLISH
)


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def close_to(shown: Shown, name: str = "Non", on: date = ON) -> Actor:
    """Somebody whom Ifan lets in as his daughter."""
    actor = an_actor(shown.case.system, Role.FAMILY, None, name)
    kind, person_id = LinkKind.FAMILY, shown.ifan.id
    link = NewLink(person_id, actor.user_id, kind, on - timedelta(days=30), "daughter")
    link_people(by=shown.case.system, at=moment(on), links=[link])
    return actor


def offer(shown: Shown, by: Actor, offered: HelpOffered = SUNDAYS) -> int:
    about = {"person_id": shown.ifan.id, "offered": offered}
    return offer_help(by=by, at=moment(ON), on=ON, **about)


def test_each_change_is_kept_with_who_and_when(shown: Shown) -> None:
    non = close_to(shown)
    offer_id = offer(shown, non)
    less = replace(SUNDAYS, what="I cook every other Sunday", until=ON + timedelta(days=60))
    change_help(by=non, at=moment(ON, 15), on=ON, offer_id=offer_id, number=1, offered=less)
    withdraw_help(by=non, at=moment(ON, 17), offer_id=offer_id)
    withdraw_help(by=non, at=moment(ON, 18), offer_id=offer_id)  # a second click
    (held,) = help_offers(shown.case.council_id, shown.ifan.id, on=ON)
    told = [(v.number, v.at, v.what, v.until, v.withdrawn) for v in held.versions]
    assert told == [
        (3, moment(ON, 17), "", None, True),
        (2, moment(ON, 15), "I cook every other Sunday", ON + timedelta(days=60), False),
        (1, moment(ON), "I cook Sunday lunch", None, False),
    ]
    assert (held.by_id, held.by_name, held.relationship) == (non.user_id, "Non", "daughter")
    events = AuditEvent.objects.filter(subject="help_offer").order_by("seq")
    assert list(events.values_list("action", "by_id", "person_id")) == [
        (f"help_offer.{what}", non.user_id, shown.ifan.id)
        for what in ("made", "changed", "withdrawn")
    ]


def test_nobody_writes_changes_or_withdraws_for_them(shown: Shown) -> None:
    non, other = close_to(shown), close_to(shown, "Huw")
    offer_id = offer(shown, non)
    staff = (shown.ifan.actor, shown.case.social_worker, shown.case.manager)
    for by in staff:
        with pytest.raises(NotYoursToOffer):
            offer(shown, by)
    for by in (*staff, other):
        with pytest.raises(Absent):
            change_help(by=by, at=moment(ON), on=ON, offer_id=offer_id, number=1, offered=SUNDAYS)
        with pytest.raises(Absent):
            withdraw_help(by=by, at=moment(ON), offer_id=offer_id)
    (held,) = help_offers(shown.case.council_id, shown.ifan.id, on=ON)
    assert len(held.versions) == 1


def test_what_is_refused_leaves_nothing(shown: Shown) -> None:
    non = close_to(shown)
    with pytest.raises(OfferOver):
        offer(shown, non, replace(SUNDAYS, until=ON - timedelta(days=1)))
    for missing in (replace(SUNDAYS, what="  "), replace(SUNDAYS, days="")):
        with pytest.raises(WordsMissing):
            offer(shown, non, missing)
    assert own_help_offers(shown.case.council_id, non.user_id) == ()
    offer_id = offer(shown, non)
    change = {"by": non, "at": moment(ON), "on": ON, "offer_id": offer_id, "offered": SUNDAYS}
    change_help(number=1, **change)
    with pytest.raises(OfferChangedMeanwhile):
        change_help(number=1, **change)
    withdraw_help(by=non, at=moment(ON), offer_id=offer_id)
    with pytest.raises(OfferWithdrawn):
        change_help(number=3, **change)


def test_once_she_lets_them_in_no_longer_only_they_read_it(shown: Shown) -> None:
    non, council_id = close_to(shown), shown.case.council_id
    offer_id = offer(shown, non)
    page = client_of(non)
    assert "I cook Sunday lunch" in _read(page, "own_help")
    sight = sight_of(shown.ifan.actor, shown.ifan.id, ON)
    assert _taken(council_id, sight) == 1
    by = shown.ifan.actor
    stop_sharing(by=by, at=moment(ON), on=ON, person_id=shown.ifan.id, user_id=non.user_id)
    assert help_offers(council_id, shown.ifan.id, on=ON) == ()
    assert _taken(council_id, sight) == 0
    for reader in (shown.ifan.actor, shown.case.social_worker, shown.case.manager):
        told = _read(client_of(reader), "help_offers", shown.ifan.id)
        assert "I cook Sunday lunch" not in told
    mine = _read(page, "own_help")
    assert "I cook Sunday lunch" in mine
    # Who shut them out is not named to them, and the record is gone at the next click.
    assert "Ifan" not in mine
    for name, pk in (("help_offer_new", shown.ifan.id), ("help_offer_change", offer_id)):
        assert page.get(reverse(name, args=[pk])).status_code == 404
    with pytest.raises(NotYoursToOffer):
        offer(shown, non)
    # It is still theirs to take away, and to take back.
    taken = _read(page, "own_help_file")
    assert '"I cook Sunday lunch","Sundays, but not when I work","I cannot lift him"' in taken
    assert "Ifan" not in taken
    page.post(reverse("own_help"), {"withdraw": str(offer_id)})
    (held,) = own_help_offers(council_id, non.user_id)
    assert held.now.withdrawn


def test_the_pages_from_the_first_offer_to_the_last(shown: Shown) -> None:
    non = close_to(shown)
    page, new = client_of(non), reverse("help_offer_new", args=[shown.ifan.id])
    form = page.get(new).context["form"]
    sent = {"form_token": str(form["form_token"].value()), "what": "", "days": "Sundays"}
    assert page.post(new, sent).status_code == 422
    sent |= {"what": "I cook <b>lunch</b>", "limits": "Not in August"}
    for _twice in range(2):
        assert page.post(new, sent).status_code == 302
    (held,) = own_help_offers(shown.case.council_id, non.user_id)
    assert (held.now.days, held.now.limits, held.now.language) == ("Sundays", "Not in August", "en")
    assert "I cook &lt;b&gt;lunch&lt;/b&gt;" in _read(page, "home")
    for reader in (shown.ifan.actor, shown.case.social_worker, shown.case.manager):
        for name in ("record", "help_offers"):
            told = _read(client_of(reader), name, shown.ifan.id)
            assert "I cook &lt;b&gt;lunch&lt;/b&gt;" in told
            assert "Non (daughter), in their own words" in told
    change = reverse("help_offer_change", args=[held.id])
    again = page.get(change).context["form"]
    sent |= {"form_token": str(again["form_token"].value()), "number": "1", "what": "I shop"}
    assert page.post(change, sent).status_code == 302
    taken = _read(page, "own_help_file")
    assert taken.index("I cook <b>lunch</b>") < taken.index("I shop")
    told = _read(client_of(shown.ifan.actor), "help_offers", shown.ifan.id)
    assert "I shop" in told
    assert "How Non said it before" in told


def test_whoever_writes_the_plan_reads_that_an_offer_was_taken_back(shown: Shown) -> None:
    """The plan of the case has one line by family, and was written long before."""
    non, address = close_to(shown), reverse("plan_version", args=[shown.judged_id])
    manager = client_of(shown.case.manager)
    assert "1 line is by family or friends" in manager.get(address).content.decode()
    offer_id = offer(shown, non)
    assert "Does this plan count on more" not in manager.get(address).content.decode()
    withdraw_help(by=non, at=moment(ON, 17), offer_id=offer_id)
    told = manager.get(address).content.decode()
    assert "Non took this back on" in told
    assert "“I cook Sunday lunch · Sundays, but not when I work · I cannot lift him”" in told
    assert "1 line is by family or friends" in told


def _read(page: Client, name: str, *arguments: int) -> str:
    answer = page.get(reverse(name, args=arguments))
    assert answer.status_code == 200
    return answer.content.decode()


def _taken(council_id: int, sight) -> int:
    """How many offers stand in the file of her record."""
    tables = read_record(council_id, sight, on=ON).tables
    return next(len(table.rows) for table in tables if table.key == "helpoffer")
