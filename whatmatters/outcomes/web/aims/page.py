"""One outcome as its page shows it, with what its reader may do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.access.queries.names import user_names
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.queries import NoteFacts, OutcomeFacts, notes_of, outcome_facts
from whatmatters.outcomes.web.code_words import CATEGORIES, OUTCOME_KINDS, OUTCOME_STATES
from whatmatters.outcomes.web.person_page import PersonPage
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.people import Speaker
from whatmatters.rules.permissions import Action

HERS = frozenset({Speaker.OWN_WORDS, Speaker.SUPPORTED})


@dataclass(frozen=True, slots=True)
class NoteShown:
    """One note: its words, whose they are and when."""

    words: str
    by: str
    name: str
    kind: str
    lang: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """The page. `ways`: what this reader may do, each with its address."""

    facts: OutcomeFacts
    state: str
    kind: str
    category: str
    notes: tuple[NoteShown, ...]
    ways: tuple[tuple[str, str], ...]


def read_outcome(outcome_id: int) -> OutcomeFacts:
    """An outcome whose person the page's mark has decided about; Http404 where there is none."""
    found = outcome_facts([outcome_id]).get(outcome_id)
    if found is None:
        raise Http404
    return found


def outcome_page(facts: OutcomeFacts, page: PersonPage, sight: Sight) -> OutcomePage:
    """The page for one reader."""
    notes = notes_of([facts.id]).get(facts.id, ())
    names = user_names(note.by_id for note in notes)
    return OutcomePage(
        facts=facts,
        state=str(OUTCOME_STATES[facts.state]),
        kind=str(OUTCOME_KINDS[facts.kind]),
        category=str(CATEGORIES[facts.category]),
        notes=tuple(_note(note, page, names.get(note.by_id, "")) for note in notes),
        ways=tuple(_ways(facts, page, sight.actions)),
    )


def _ways(
    facts: OutcomeFacts, page: PersonPage, actions: frozenset[Action]
) -> Iterator[tuple[str, str]]:
    if page.person.died_on:
        return
    if Action.RECORD_NOTE in actions:
        yield _("Say how it is going"), reverse("outcome_note", args=[facts.id])
    if facts.state is not OutcomeState.ACTIVE:
        return
    if Action.RECORD_OFF_TRACK in actions:
        yield _("Say that it is off track"), reverse("outcome_off_track", args=[facts.id])
    if Action.LET_GO_OUTCOME in actions:
        yield _("Put another outcome in its place"), reverse("outcome_replace", args=[facts.id])
        yield _("Let it go"), reverse("outcome_let_go", args=[facts.id])
    if Action.RECORD_OUTCOME in actions and facts.payable is None and not page.is_own:
        yield _("Say why it can be paid by"), reverse("outcome_payable", args=[facts.id])


def _note(note: NoteFacts, page: PersonPage, writer: str) -> NoteShown:
    hers = note.speaker in HERS
    name = page.name if hers else note.speaker_name or writer
    kind = "person" if hers else "family" if note.speaker is Speaker.PROXY else "worker"
    by = f"{name}, {day(note.on)}"
    if name != writer:
        by = _("%(said)s. Written down by %(writer)s.") % {"said": by, "writer": writer}
    return NoteShown(note.words, by, name, kind, str(note.language))
