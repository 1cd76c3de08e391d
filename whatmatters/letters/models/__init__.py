"""What is sent to people, and what they tell us."""

from whatmatters.letters.models.letters import Letter, LetterMove

__all__ = ["Letter", "LetterMove"]
