"""What is sent to people, and what they tell us."""

from whatmatters.letters.models.letters import Letter, LetterMove
from whatmatters.letters.models.messages import Message, MessageAnswer, MessageMove

__all__ = ["Letter", "LetterMove", "Message", "MessageAnswer", "MessageMove"]
