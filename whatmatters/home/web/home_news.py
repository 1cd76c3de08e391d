"""What was sent to a reader, what people told, and the ways on from the person's first page."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.web import Asked
from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.queries.home import Own
from whatmatters.home.web.home_parts import Close, Section, Thing
from whatmatters.letters.queries.letters import LetterFacts, news_of
from whatmatters.letters.queries.listed import count_listed
from whatmatters.letters.queries.messages import NOT_ANSWERED, to_answer
from whatmatters.letters.web.message_list import message_url
from whatmatters.letters.web.message_words import KINDS
from whatmatters.letters.web.words import STATES
from whatmatters.rules.letters import Addressee, LetterReason, LetterState

NEWEST = 5
MOST = 5
BY_HAND = (LetterState.TO_POST, LetterState.TO_TELL)


def today_words(own: Own) -> str:
    """That nothing is agreed, where nothing is; who comes today stands in a section of its own."""
    return "" if own.plan is not None else _("You have no agreed plan now.")


def circle(own: Own, faces: Mapping[int, str]) -> tuple[Close, ...]:
    """Who works with her, for whom, and whose support is agreed; `faces`: pictures by user."""
    council, other = _("Works with you for the council"), _("Works with you for %(body)s")
    found = [
        Close("worker", n, other % {"body": b} if b else council, faces.get(pk, ""))
        for pk, n, b in own.workers
    ]
    if own.plan is not None:
        told = _("Supports you, as agreed, until %(day)s") % {"day": day(own.plan.ends)}
        found.append(Close("org", own.provider, told))
    return tuple(found)


def news(request: Asked, person_id: int) -> Section:
    """What she was sent, the newest first."""
    told = news_of(request.actor.council_id, Addressee.PERSON, person_id, limit=NEWEST)
    things = tuple(_piece(one, person_id) for one in told)
    empty = _("No news yet. What we write to you stands here as well.")
    more = (_("How you may be written to"), reverse("contact", args=[person_id]))
    return Section(_("News"), things, empty, more=more)


def ways_on(person_id: int) -> Section:
    """The ways on, each by its name."""
    record = reverse("record", args=[person_id])
    ways = [
        (_("What matters to me"), f"{record}#matters"),
        (_("My plan and what it is for"), f"{record}#plan"),
        (_("My money"), f"{record}#money"),
        (_("What family and friends offer me"), reverse("help_offers", args=[person_id])),
        (_("Who works with me"), reverse("workers", args=[person_id])),
        (_("Who sees what of my record"), reverse("sharing", args=[person_id])),
        (_("Who has looked at my record"), reverse("looks", args=[person_id])),
        (_("How it is going"), f"{record}#going"),
        (_("Complain"), reverse("complain", args=[person_id])),
    ]
    return Section(_("More"), tuple(Thing(words, url) for words, url in ways), "")


def messages_waiting(request: Asked) -> Section:
    """What this reader's people told and is not answered, the oldest first."""
    actor, on = request.actor, request.today
    found = to_answer(actor, on, NOT_ANSWERED, limit=MOST)
    things = tuple(
        Thing(
            one.person_name,
            message_url(one),
            note=_("By %(day)s") % {"day": day(one.answer_by)} if one.answer_by else "",
            flag=("must", str(KINDS[one.kind])),
        )
        for one in found
    )
    empty = _("Nobody waits for an answer. What your people tell you will stand here.")
    return Section(
        _("To be answered"),
        things,
        empty,
        more=(_("All messages"), reverse("message_list")),
    )


def letters_waiting(request: Asked) -> Section:
    """How many letters wait for this reader's hands."""
    total = count_listed(request.actor, request.today, BY_HAND)
    words = ngettext("%(n)s letter waits for you", "%(n)s letters wait for you", total)
    url = reverse("letter_list")
    things = (Thing(words % {"n": total}, url),) if total else ()
    empty = _("No letter waits to be posted or told.")
    return Section(_("Letters"), things, empty, more=(_("All letters"), url))


def _piece(letter: LetterFacts, person_id: int) -> Thing:
    words = {
        LetterReason.PLAN_TO_ANSWER: _("There is a plan for you to read"),
        LetterReason.REVIEW_COMING: _("You will soon be asked how it is going"),
        LetterReason.PAYMENT_MADE: _("Your support has been paid for"),
    }[letter.reason]
    record = reverse("record", args=[person_id])
    url = {
        LetterReason.PLAN_TO_ANSWER: reverse("plan_version", args=[letter.subject_id])
        if letter.subject == "plan_version"
        else record,
        LetterReason.REVIEW_COMING: f"{record}#going",
        LetterReason.PAYMENT_MADE: f"{record}#money",
    }[letter.reason]
    sent = letter.state in (LetterState.SENT, LetterState.POSTED, LetterState.TOLD)
    how = f". {STATES[letter.state]}" if sent else ""
    return Thing(words, url, note=f"{day(letter.at)}{how}")
