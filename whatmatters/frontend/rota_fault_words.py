"""What keeps a rota problem from being planned, and what to do, in the reader's language."""

from django.utils.translation import gettext as _

from whatmatters.frontend.problem_words import printable
from whatmatters.frontend.rota_roster_words import broken_text
from whatmatters.rules.rota.faults import Fault


def fault_text(fault: Fault) -> str:
    """One fault as a sentence, without its place."""
    if fault.code == "promise_breaks_a_rule":
        return _("What was promised cannot hold: %(rule)s") % {
            "rule": broken_text(str(fault.params["rule"]), fault.params)
        }
    words = {**_shapes(), **_times(), **_names(), **_sense(), **_weeks()}.get(fault.code)
    if words is None:
        return fault.code
    shown = {key: printable(str(value)) for key, value in fault.params.items()}
    if "wanted" in shown:
        shown["wanted"] = _kinds().get(shown["wanted"], shown["wanted"])
    return words % shown


def _kinds() -> dict[str, str]:
    return {
        "object": _("an object with keys"),
        "array": _("a list"),
        "string": _("words in quotes"),
        "number": _("a number"),
        "integer": _("a whole number"),
        "boolean": _("true or false"),
    }


def _shapes() -> dict[str, str]:
    return {
        "not_json": _("The file cannot be read as JSON: %(what)s"),
        "no_such_file": _("The file cannot be opened: %(what)s"),
        "not_public": _("The file is not of the public format that it seems to be: %(what)s"),
        "not_utf8": _("The file is not text in UTF-8."),
        "missing_key": _("This key is missing."),
        "unknown_key": _("This key is not known here."),
        "wrong_kind": _("This should be %(wanted)s."),
        "not_in_list": _("“%(value)s” is not one of: %(allowed)s."),
        "negative": _("%(value)s is below nothing: write a number from 0."),
        "not_above": _("%(value)s is not possible: write a number above %(least)s."),
        "too_small": _("%(value)s is too small: the least is %(least)s."),
        "too_large": _("%(value)s is too large: the most is %(most)s."),
        "empty": _("This is empty."),
        "too_many_visits": _(
            "%(count)s visits are more than one problem may hold (%(most)s): plan patch by patch."
        ),
        "too_many_shifts": _(
            "%(count)s shifts are more than one problem may hold (%(most)s): plan patch by patch."
        ),
    }


def _times() -> dict[str, str]:
    return {
        "wrong_day": _("“%(value)s” is no day: write it like 2026-11-30."),
        "wrong_time": _("“%(value)s” is no time: write it like 07:30, or 25:15 after midnight."),
        "without_offset": _("“%(value)s” lacks its offset: write it like 2026-11-30T07:30+00:00."),
        "clocks_skip_it": _(
            "The clocks skip %(value)s in this night: write another time, or the moment with its "
            "offset, like 2026-03-29T02:30+01:00."
        ),
        "clocks_show_it_twice": _(
            "The clocks show %(value)s twice in this night: write which one, with its offset, like "
            "2026-10-25T01:30+00:00."
        ),
        "another_day": _("The plan is of %(value)s, the problem of %(day)s."),
        "event_of_another_day": _("The event is of %(value)s, the problem of %(day)s."),
        "not_of_this_event": _("This key says nothing of “%(what)s”: take it out."),
    }


def _names() -> dict[str, str]:
    return {
        "named_twice": _("“%(value)s” is there twice: give each record a name of its own."),
        "no_such_name": _("“%(value)s” is not among the %(of)s: add it there, or correct it."),
        "no_position": _(
            "This place has no position, which “%(mode)s” needs: give “at”, latitude and longitude."
        ),
        "matrix_size": _("There are %(places)s places: the table needs as many rows and columns."),
        "no_distances": _("Every way takes 0 minutes: fill in the minutes between places."),
        "link_of_what": _(
            "A link needs either “first”, a visit, or “event” with its time in “at”."
        ),
        "link_says_nothing": _("This link asks for nothing: give “least”, “most” or “apart”."),
    }


def _sense() -> dict[str, str]:
    return {
        "impossible_window": _(
            "This visit may start until a time before it may start from: correct one of the two, "
            "and the event it follows, if any."
        ),
        "impossible_lag": _("At least %(least)s and at most %(most)s minutes cannot both hold."),
        "links_in_a_circle": _(
            "No times satisfy the links between %(visits)s: take one of them out."
        ),
        "too_many_linked": _("More than %(most)s visits hang together by links: take links out."),
        "no_one_skilled": _(
            "Nobody at work may make this visit (%(skills)s): add a worker who can, or leave the "
            "visit to another team."
        ),
        "too_few_for_two": _(
            "This visit needs %(needed)s different workers and only fewer may make it: add one."
        ),
        "longer_than_any_shift": _(
            "This visit takes %(minutes)s minutes, longer than any shift that may do so: split it."
        ),
        "shift_ends_first": _(
            "This shift ends before it starts: after midnight, write its end like 31:00."
        ),
        "shift_too_long": _("This shift is longer than %(minutes)s minutes: split it in two."),
        "shifts_overlap": _("This shift and %(other)s of the same worker overlap: correct one."),
    }


def _weeks() -> dict[str, str]:
    return {
        "not_of_these_weeks": _(
            "%(value)s does not lie in the %(weeks)s weeks that begin on %(first)s."
        ),
        "not_whole_minutes": _("Write the times of this turn in whole minutes."),
        "all_break": _("Nothing of this turn is paid: its break is as long as the turn."),
        "no_break": _(
            "A turn above %(minutes)s minutes needs a break of %(least)s minutes at the least: "
            "write it in “break_minutes”."
        ),
        "more_than_most": _("The least minutes of a week are more than the most: correct one."),
        "away_ends_first": _("This time away ends before it starts: correct one of the two days."),
        "hours_end_first": _(
            "These hours end before they start: after midnight, write the end like 31:00."
        ),
        "promised_twice": _("%(other)s was promised the same place on %(turn)s: take one out."),
        "place_twice": _("Place %(part)s is given twice: one worker has it."),
    }
