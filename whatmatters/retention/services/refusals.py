"""What is refused about keeping and blanking words, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NotYoursToBlank(Refusal):
    """Only the council's own administrator (or the system) blanks words or holds them."""

    code = "not_yours_to_blank"


class AlreadyHeld(Refusal):
    """A person is held once at a time: AlreadyHeld(person_id=)."""

    code = "already_held"


class HoldOver(Refusal):
    """A hold ends once: HoldOver(hold_id=)."""

    code = "hold_over"
