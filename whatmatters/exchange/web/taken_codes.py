"""Codes of what was taken out, in words, for the page that is read. Unknown text is as it was."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from whatmatters.episodes.web.words import KINDS as READING_KINDS
from whatmatters.episodes.web.words import STATES as END_STATES
from whatmatters.letters.web.message_words import KINDS as MESSAGE_KINDS
from whatmatters.letters.web.message_words import STATES as MESSAGE_STATES
from whatmatters.letters.web.words import REASONS as LETTER_REASONS
from whatmatters.letters.web.words import STATES as LETTER_STATES
from whatmatters.letters.web.words import WHY as LETTER_WHY
from whatmatters.outcomes.web import code_words as case
from whatmatters.outcomes.web.control.words import STEPS
from whatmatters.outcomes.web.wayin.words import DECLINES, STEP_TAKEN
from whatmatters.trust.web.audit_words import change_words, why_words
from whatmatters.trust.web.words import COVERS, TOPICS

LANGUAGES = {"en": _("English"), "cy": _("Welsh"), "other": _("Another language")}
SPEAKERS = {
    "own_words": _("In their own words"),
    "supported": _("Said with support"),
    "observed": _("Seen by somebody"),
    "proxy": _("Said by somebody for them"),
    "decider": _("Said by who decides for them"),
}
MOVED: Mapping[str, Mapping[Any, Any]] = {
    "outcomemove": case.OUTCOME_STATES,
    "planmove": case.PLAN_STATES,
    "exceptionmove": case.EXCEPTION_STATES,
    "lettermove": LETTER_STATES,
    "messagemove": MESSAGE_STATES,
}
EVERYWHERE: Mapping[str, Mapping[Any, Any]] = {
    "language": LANGUAGES,
    "speaker": SPEAKERS,
    "set_by": SPEAKERS,
    "how": SPEAKERS,
    "category": case.CATEGORIES,
    "party": case.PARTIES,
    "deliverer": case.DELIVERERS,
    "band": case.BANDS,
    "authority": case.AUTHORITIES,
    "achieved": case.ACHIEVEMENTS,
    "cause": case.CAUSES,
    "covers": COVERS,
    "topic": {topic: words[0] for topic, words in TOPICS.items()},
    "step": STEP_TAKEN,
    "decline_reason": DECLINES,
    "channel": {
        "post": _("A letter by post"),
        "email": _("An e-mail"),
        "in_person": _("Nothing in writing"),
    },
    "origin": {"real": _("Real"), "published": _("Published"), "synthetic": _("Invented")},
    "chosen": {
        "provider_plan": _("The next plan with a provider"),
        "direct_payment": _("A direct payment"),
    },
    "found": {
        "justified": _("There was good reason"),
        "not_justified": _("There was no good reason"),
    },
}
BY_TABLE: Mapping[tuple[str, str], Mapping[Any, Any]] = {
    ("outcome", "kind"): case.OUTCOME_KINDS,
    ("outcome", "state"): case.OUTCOME_STATES,
    ("planversion", "state"): case.PLAN_STATES,
    ("planversion", "paid_as"): {
        "block": _("paid as a block: the team is paid for the whole patch")
    },
    ("plananswer", "answer"): case.ANSWERS,
    ("personsatisfaction", "answer"): case.SATISFACTIONS,
    ("controlanswer", "answer"): STEPS,
    ("exceptionraised", "reason"): case.EXCEPTION_REASONS,
    ("exceptionraised", "state"): case.EXCEPTION_STATES,
    ("message", "kind"): MESSAGE_KINDS,
    ("message", "state"): MESSAGE_STATES,
    ("letter", "reason"): LETTER_REASONS,
    ("letter", "state"): LETTER_STATES,
    ("letter", "why"): LETTER_WHY,
    ("lettermove", "why"): LETTER_WHY,
    ("endstatetold", "state"): END_STATES,
    ("reading", "kind"): READING_KINDS,
    ("betweenus", "subject"): {"statement": _("Words"), "note": _("Note")},
    ("personlink", "kind"): {
        "self": _("The person"),
        "family": _("Family or friend"),
        "unpaid_carer": _("Unpaid carer"),
    },
    **{(table, "to"): words for table, words in MOVED.items()},
}


def code_words(table: str, column: str, value: str) -> str:
    """What a value means; text that is no code comes back as it was."""
    if table == "auditevent" and column == "action":
        return str(_("Looked") if value == "looked" else change_words(value))
    if table == "auditevent" and column == "why":
        return why_words(value)
    book = BY_TABLE.get((table, column)) or EVERYWHERE.get(column) or {}
    return str(book.get(value, value))
