"""Groups of people who are alike, as they are typed when they are agreed."""

from django import forms
from django.utils.translation import gettext as _

from whatmatters.results.services.opening import MOST_PEOPLE
from whatmatters.rules.commissioning_models.community_outcome import Group

MOST_GROUPS, LONGEST_NAME, PARTS = 12, 60, 3


def read_agreed(typed: str) -> tuple[Group, ...]:
    """One group on each line: name; people; events. ValidationError says which line is not."""
    lines = [line for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_GROUPS:
        raise forms.ValidationError(_("At most %(most)s groups") % {"most": MOST_GROUPS})
    return tuple(_read_line(number, line) for number, line in enumerate(lines, 1))


def _read_line(number: int, line: str) -> Group:
    parts = [part.strip() for part in line.split(";")]
    figures = parts[1:]
    right = len(parts) == PARTS and 0 < len(parts[0]) <= LONGEST_NAME
    if not right or not all(one.isascii() and one.isdecimal() for one in figures):
        wrong = _(
            "Line %(number)s: write a name, how many, and to how many it happened, such as "
            "%(example)s"
        )
        raise forms.ValidationError(wrong % {"number": number, "example": "85+; 80; 24"})
    people, events = (int(one) for one in figures)
    if not events <= people <= MOST_PEOPLE or not people:
        wrong = _("Line %(number)s: it cannot have happened to %(events)s of %(people)s people")
        told = {"number": number, "events": events, "people": people}
        raise forms.ValidationError(wrong % told)
    return Group(parts[0], events, people)
