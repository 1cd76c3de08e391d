"""Codes of the register in words."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.limits.queries import LimitFacts
from whatmatters.rules.limits import Effect, Hands, Known, LimitKind, State

Words = str | Promise
KINDS: Mapping[LimitKind, Words] = {
    LimitKind.NATIONAL_CHARGING: _("A national charging rule"),
    LimitKind.BOARD_POLICY: _("A health board’s policy"),
    LimitKind.BOARD_CAPACITY: _("A health board’s capacity"),
    LimitKind.OTHER: _("Another rule or limit"),
}
HANDS: Mapping[Hands, Words] = {
    Hands.NATION: _("The nation’s government"),
    Hands.BODY: _("An organisation of the council’s list"),
    Hands.OTHER: _("Somebody else"),
}
KNOWN: Mapping[Known, Words] = {
    Known.WRITTEN: _("It is written"),
    Known.TOLD: _("We were told"),
}
EFFECTS: Mapping[Effect, Words] = {
    Effect.STANDS: _("It stands as it is"),
    Effect.EASED: _("It is eased"),
    Effect.GONE: _("It is gone"),
}
STATES: Mapping[State, tuple[str, Words]] = {
    State.TO_COME: ("plain", _("To come")),
    State.STANDS: ("bad", _("In the way")),
    State.EASED: ("must", _("Eased")),
    State.OVER: ("quiet", _("Over")),
}


def way_names(codes: Iterable[str]) -> list[str]:
    """Ways of paying by name, in the order of the register."""
    return [str(WAY_NAMES.get(code, code)) for code in codes]


def holder_name(one: LimitFacts, bodies: Mapping[int, str]) -> str:
    """In whose hands it is, as the reader calls them."""
    if one.body_id is not None:
        return bodies.get(one.body_id, "")
    return one.holder or str(HANDS[one.hands])
