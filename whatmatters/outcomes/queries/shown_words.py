"""Conversations and the timeline as one reader may see them: without what is kept between a few.

`hidden` is what `trust.queries.hidden_from` says of this reader: one query for both.
"""

from dataclasses import replace

from whatmatters.access.queries import Sight
from whatmatters.outcomes.queries.conversations import ConversationFacts, conversations
from whatmatters.outcomes.queries.timeline import TimelineItem
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.queries import Kept


def shown_conversations(
    council_id: int, sight: Sight, hidden: Kept
) -> tuple[ConversationFacts, ...]:
    """Every conversation, the newest first; one of which all words are kept is not shown at all."""
    talks = conversations(sight.person_id, council_id=council_id)
    if not hidden:
        return talks
    shown = [_without(talk, hidden, sight.user_id) for talk in talks]
    return tuple(
        new for old, new in zip(talks, shown, strict=True) if new.statements or not old.statements
    )


def is_shown(item: TimelineItem, sight: Sight, hidden: Kept) -> bool:
    """Whether this reader may see it: a note kept between a few is theirs and its writer's."""
    if item.kind != "note" or item.by_id == sight.user_id:
        return True
    return (KeptSubject.NOTE, item.subject_id) not in hidden


def _without(talk: ConversationFacts, hidden: Kept, reader_id: int) -> ConversationFacts:
    """A correction of words that are kept is kept as they are."""
    kept: set[int] = set()
    for said in sorted(talk.statements, key=lambda one: one.id):
        if (KeptSubject.STATEMENT, said.id) in hidden or said.corrects_id in kept:
            kept.add(said.id)
    shown = [s for s in talk.statements if s.id not in kept or s.by_id == reader_id]
    return replace(talk, statements=tuple(shown))
