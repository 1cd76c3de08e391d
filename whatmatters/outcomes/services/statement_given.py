"""What somebody said, as given."""

from dataclasses import dataclass

from whatmatters.rules.people import Language, Speaker
from whatmatters.rules.refusals import Refusal

RELATIONSHIP_LENGTH = 80


class ProxyNotNamed(Refusal):
    """Words by proxy without the name of who spoke: whose voice it is must never be in doubt."""

    code = "proxy_not_named"


class StatementAlreadyCorrected(Refusal):
    """A newer statement corrects this one: StatementAlreadyCorrected(statement_id=)."""

    code = "statement_already_corrected"


class SaidInTheirOwnName(Refusal):
    """Somebody close wrote this of what they know: nobody else puts it right."""

    code = "said_in_their_own_name"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, the language they were said in, and whose they are."""

    words: str
    language: Language
    speaker: Speaker
    speaker_name: str = ""
    speaker_relationship: str = ""
    translation: str = ""
    translation_agreed: bool = False


@dataclass(frozen=True, slots=True)
class NewStatement:
    """Words added to a conversation later, by any member of the team."""

    conversation_id: int
    said: Said
