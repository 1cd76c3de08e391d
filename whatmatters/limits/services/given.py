"""What is said of an entry and of a query, and what is asked of it before it is kept."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from whatmatters.access.queries import Actor, own_organisation_only
from whatmatters.access.queries.bodies import kinds_of
from whatmatters.limits.queries.refusals import (
    AnsweredBeforeAsked,
    DayAhead,
    LastBeforeFirst,
    LinkNotOfTheWeb,
    NotABoard,
    NotInThoseHands,
    NotOwnBoard,
    SinceWhenMissing,
    UnknownWay,
)
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.limits import (
    FROM_A_DAY,
    HANDS_OF,
    LONGEST,
    LONGEST_LINK,
    LONGEST_NAME,
    OF_A_BOARD,
    Effect,
    Hands,
    Known,
    LimitKind,
)
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import OrganisationKind
from whatmatters.rules.words import words, words_or_none

WEB = frozenset({"http", "https"})
Columns = dict[str, object]


@dataclass(frozen=True, slots=True)
class LimitGiven:
    """What is said of an entry. `body_id` where a body holds it, `holder` where words say who."""

    kind: LimitKind
    hands: Hands
    blocks: str
    known: Known
    written_in: str
    written_on: date
    starts: date
    ends: date | None = None
    body_id: int | None = None
    holder: str = ""
    ways: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What was answered, on which day, and what follows; `since`: from which day it does."""

    on: date
    words: str
    effect: Effect
    since: date | None = None


@dataclass(frozen=True, slots=True)
class QueryGiven:
    """To whom, on which day, what was asked; and the answer, where there is one."""

    whom: str
    on: date
    question: str
    answer: AnswerGiven | None = None


def limit_columns(by: Actor, given: LimitGiven, today: date) -> Columns:
    """An entry as it is kept.

    Raises NotInThoseHands, NotOwnBoard, Absent, NotABoard, UnknownWay, LastBeforeFirst, DayAhead,
    LinkNotOfTheWeb, or what words refuse.
    """
    _check_hands(by, given)
    unknown = sorted(set(given.ways) - set(MODELS))
    if unknown:
        raise UnknownWay(way=unknown[0])
    if given.ends is not None and given.ends < given.starts:
        raise LastBeforeFirst(field="ends")
    if given.written_on > today:
        raise DayAhead(field="written_on")
    holder = (
        words("holder", given.holder, longest=LONGEST_NAME) if given.hands is Hands.OTHER else ""
    )
    return {
        "kind": given.kind,
        "hands": given.hands,
        "body_id": given.body_id if given.hands is Hands.BODY else None,
        "holder": holder,
        "blocks": words("blocks", given.blocks, longest=LONGEST),
        "ways": [code for code in MODELS if code in given.ways],
        "known": given.known,
        "written_in": words("written_in", given.written_in, longest=LONGEST_NAME),
        "written_on": given.written_on,
        "link": _link(given.link),
        "starts": given.starts,
        "ends": given.ends,
    }


def query_columns(given: QueryGiven, today: date) -> Columns:
    """A query as it is kept. Raises DayAhead, AnsweredBeforeAsked, SinceWhenMissing, or what words
    refuse."""
    if given.on > today:
        raise DayAhead(field="asked_on")
    told = given.answer
    return {
        "whom": words("whom", given.whom, longest=LONGEST_NAME),
        "asked_on": given.on,
        "question": words("question", given.question, longest=LONGEST),
        **(_answer(told, given.on, today) if told else NO_ANSWER),
    }


NO_ANSWER: Columns = {"answered_on": None, "answer": "", "effect": "", "effect_from": None}


def _answer(told: AnswerGiven, asked_on: date, today: date) -> Columns:
    if told.on > today:
        raise DayAhead(field="answered_on")
    if told.on < asked_on:
        raise AnsweredBeforeAsked(asked_on=asked_on)
    changes = told.effect in FROM_A_DAY
    if changes and told.since is None:
        raise SinceWhenMissing(field="effect_from")
    return {
        "answered_on": told.on,
        "answer": words("answer", told.words, longest=LONGEST),
        "effect": told.effect,
        "effect_from": told.since if changes else None,
    }


def _check_hands(by: Actor, given: LimitGiven) -> None:
    if given.hands not in HANDS_OF[given.kind]:
        raise NotInThoseHands(field="hands")
    own = own_organisation_only(by, Action.KEEP_LIMITS)
    if own is not None and (given.hands is not Hands.BODY or given.body_id != own):
        raise NotOwnBoard(field="hands")
    if given.hands is not Hands.BODY:
        return
    body = given.body_id or 0
    kind = kinds_of(by.council_id, [body]).get(body)
    if kind in (None, OrganisationKind.COUNCIL, OrganisationKind.ACCOUNT):
        raise Absent(what="organisation", id=body, field="hands")
    if given.kind in OF_A_BOARD and kind is not OrganisationKind.HEALTH_BOARD:
        raise NotABoard(field="hands")


def _link(told: str) -> str:
    kept = words_or_none("link", told, longest=LONGEST_LINK)
    if not kept:
        return ""
    try:
        parts = urlsplit(kept)
    except ValueError:
        raise LinkNotOfTheWeb(field="link") from None
    if parts.scheme not in WEB or not parts.hostname or any(sign.isspace() for sign in kept):
        raise LinkNotOfTheWeb(field="link")
    return kept
