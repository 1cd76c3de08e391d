"""What a problem says, in the reader's language. Rules name problems; they never word them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from whatmatters.rules.commissioning import Problem


def problem_text(problem: Problem) -> str:
    """One sentence about one problem, without its place."""
    words = _words().get(problem.code)
    return problem.code if words is None else words % _shown(problem.params)


def _shown(params: Mapping[str, object]) -> dict[str, str]:
    """Parameters as text; what came from a file is shortened and stripped of control marks."""
    shown = {key: printable(str(value)) for key, value in params.items()}
    if "wanted" in shown:
        shown["wanted"] = _kinds().get(shown["wanted"], shown["wanted"])
    return shown


def printable(text: str) -> str:
    """Text that can be shown on a terminal: no control characters, of a length to read."""
    kept = "".join(c if c.isprintable() else "�" for c in text)
    return kept if len(kept) <= 200 else f"{kept[:200]}…"


def _kinds() -> dict[str, str]:
    return {
        "text": _("words in quotes, not empty"),
        "texts": _("a list of words in quotes"),
        "flag": _("true or false"),
        "date": _("a date like 2026-04-06, without quotes"),
        "dates": _("a list of dates"),
        "number": _("a number"),
        "whole": _("a whole number"),
        "table": _("a table of keys"),
        "tables": _("a list of tables"),
    }


def _words() -> dict[str, str]:
    return {**_reading(), **_agreements(), **_judgements(), **_other_models()}


def _reading() -> dict[str, str]:
    return {
        "not_toml": _("The file cannot be read as TOML: %(what)s"),
        "not_utf8": _("The file is not text in UTF-8."),
        "no_such_file": _("The file cannot be opened: %(what)s"),
        "missing_key": _("This key is missing."),
        "unknown_key": _("This key is not known here."),
        "one_of_the_two": _("Only one of the two may be given."),
        "wrong_kind": _("This should be %(wanted)s."),
        "not_in_list": _("“%(value)s” is not one of: %(allowed)s."),
        "impossible_number": _("This number is impossible."),
        "impossible_date": _("This date is impossible."),
        "too_small": _("%(value)s is too small: the least is %(least)s."),
        "too_large": _("%(value)s is too large: the most is %(most)s."),
        "named_twice": _("The same name is given twice."),
        "not_a_monday": _("A period starts on a Monday; %(day)s is not one."),
        "not_a_whole_period": _("A period has %(wanted)s days; this one has %(days)s."),
    }


def _agreements() -> dict[str, str]:
    return {
        "ends_before_it_starts": _("The agreement ends before it starts."),
        "agreed_once": _(
            "This was agreed once for the whole agreement: later terms cannot change it."
        ),
        "not_in_order": _("Later terms stand in the order of their days, after the first day."),
        "shares_do_not_add_to_1": _("The payers’ shares add to %(sum)s, not to 1."),
        "empty_plan": _("The plan has no lines."),
        "hours_and_cost": _("A line has either a band and hours, or a cost; this one has both."),
        "neither_hours_nor_cost": _("A line needs a band and hours, or a cost."),
        "delivered_and_cancelled": _("A visit cannot be both delivered and cancelled."),
        "outside_the_agreement": _(
            "%(day)s is outside the agreement’s days, or outside the period asked about."
        ),
    }


def _judgements() -> dict[str, str]:
    return {
        "dissatisfaction_needs_share": _(
            "Dissatisfaction alone brings a penalty only with a share of its own: say which."
        ),
        "judged_before_it_starts": _("The judgement is before the agreement’s first day."),
        "not_in_tenths": _("Achievement is told in tenths; %(value)s is not."),
        "weights_all_or_none": _("Either all payable outcomes have a weight, or none has."),
        "weights_do_not_add_to_1": _("The weights of payable outcomes add to %(sum)s, not to 1."),
        "unknown_outcome": _("No outcome “%(value)s” is among those judged."),
        "beyond_holiday_table": _(
            "Working days cannot be counted: the table of bank holidays does not reach so far."
        ),
    }


def _other_models() -> dict[str, str]:
    """What only one of the eight models beyond the first two can say."""
    return {
        "empty_bundle": _("A bundle needs hours."),
        "not_a_review_start": _("No review period starts on %(day)s."),
        "bank_above_cap": _("%(value)s minutes went into the bank; at most %(most)s may."),
        "drawn_beyond_delivered": _("More minutes were drawn from the bank than delivered."),
        "empty_team": _("The patch has no team: a role needs more than 0 WTE."),
        "wage_under_floor": _("A wage of %(value)s is under the floor of %(least)s."),
        "profit_over_cap": _("A profit of %(value)s is over its cap of %(most)s."),
        "not_two_funders": _("Two funders share a shift, social care and then the NHS."),
        "no_tier": _("No tier has a rate."),
        "unknown_tier": _("No rate was agreed for the tier “%(value)s”."),
        "more_than_was_paid": _("%(value)s minutes are told of a shift of %(most)s."),
        "empty_budget": _("A budget needs money."),
        "spend_beyond_balance": _("A spend of %(value)s p is beyond the balance of %(most)s p."),
        "contribution_over_budget": _(
            "A contribution of %(value)s a week is more than the budget of %(most)s."
        ),
        "second_extension": _("An episode is extended once and never twice."),
        "no_quality_table": _("Say what share of the quality element each end state earns."),
        "longer_than_its_weeks": _("With its weeks and extension the episode ends by %(day)s."),
        "followed_up_before_it_starts": _("The follow-up is before the episode’s first day."),
        "one_payer_only": _("The person pays: name one payer."),
        "no_step": _("No step says what is paid."),
        "groups_do_not_add_up": _(
            "The groups add to %(events)s of %(people)s, not to %(wanted_events)s of "
            "%(wanted_people)s."
        ),
        "missing_group": _("The group “%(value)s” was agreed and is not counted."),
        "unknown_group": _("No group “%(value)s” was agreed."),
        "model_not_paid_yet": _(
            "This way of paying can be tried in a case file. It cannot be paid from records yet."
        ),
        "model_pays_no_plan": _(
            "This contract pays one thing alone: whole shifts, the result of a whole service, or a "
            "worker whom a platform found. Nothing else is signed under it, such as a plan."
        ),
    }
