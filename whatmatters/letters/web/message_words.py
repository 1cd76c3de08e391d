"""What messages and complaints are called, where they stand, and who sent them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.templatetags.wm import day
from whatmatters.letters.queries.messages import AnswerFacts, MessageFacts
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.permissions import Relationship

KINDS: Mapping[MessageKind, str | Promise] = {
    MessageKind.MESSAGE: gettext_lazy("Something told"),
    MessageKind.COMPLAINT: gettext_lazy("A complaint"),
    MessageKind.CARER_SUPPORT: gettext_lazy("A carer asks for support"),
}
STATES: Mapping[MessageState, str | Promise] = {
    MessageState.OPEN: gettext_lazy("Not answered yet"),
    MessageState.ACKNOWLEDGED: gettext_lazy("Read; not answered yet"),
    MessageState.ANSWERED: gettext_lazy("Answered"),
}
LOOKS = {MessageState.OPEN: "must", MessageState.ACKNOWLEDGED: "plain"}


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One answer with who gave it."""

    words: str
    lang: str
    by: str
    name: str


@dataclass(frozen=True, slots=True)
class MessageShown:
    """One message as its pages show it."""

    words: str
    lang: str
    by: str
    name: str
    kind: str
    flag: tuple[str, str]
    clock: str
    answers: tuple[AnswerShown, ...]


def shown(message: MessageFacts, users: Mapping[int, str], *, answers: bool) -> MessageShown:
    """A message with its answers. `users`: names by id; `answers`: to whoever is to answer it."""
    name = users.get(message.by_id, "")
    hers = message.voice is Relationship.SELF
    return MessageShown(
        words=message.words,
        lang=message.language,
        by=f"{name}, {day(message.at)}",
        name=name,
        kind="person" if hers else "family",
        flag=(LOOKS.get(message.state, "good"), str(STATES[message.state])),
        clock=clock_words(message, answers=answers),
        answers=tuple(_answer(a, users.get(a.by_id, "")) for a in message.answers),
    )


def _answer(answer: AnswerFacts, name: str) -> AnswerShown:
    return AnswerShown(answer.words, answer.language, f"{name}, {day(answer.at)}", name)


def clock_words(message: MessageFacts, *, answers: bool) -> str:
    """By when a complaint is owed what, to whoever answers it or waits for the answer.

    "" once it is answered, and for a message.
    """
    if message.answer_by is None or message.state is MessageState.ANSWERED:
        return ""
    told = {"day": day(message.answer_by), "first": day(message.acknowledge_by)}
    if message.state is MessageState.OPEN and answers:
        return _("Say by %(first)s that it was read. An answer is due by %(day)s.") % told
    if message.state is MessageState.OPEN:
        return _("You are told by %(first)s that it was read. An answer is due by %(day)s.") % told
    return _("An answer is due by %(day)s.") % told


def everybody(messages: tuple[MessageFacts, ...]) -> set[int]:
    """Ids of all who wrote something."""
    return {m.by_id for m in messages} | {a.by_id for m in messages for a in m.answers}
