"""Files about the care itself: packages of today, outcomes, and plans."""

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries import cells
from whatmatters.exchange.queries.columns import (
    Change,
    Column,
    Kind,
    a_name,
    code,
    ids,
    own_words,
)
from whatmatters.exchange.queries.kinds_of_people import LANGUAGES
from whatmatters.rules.file_kinds import FileKind
from whatmatters.rules.outcomes import Band, Category, Deliverer, OutcomeKind
from whatmatters.rules.people import Speaker

NEW_PACKAGE = _("A package is evidence of what was bought. End this row and add another.")
HER_OWN = _(
    "An outcome is the person’s own: they let it go or put another in its place, on its page."
)

PACKAGES = Kind(
    FileKind.PACKAGES,
    _("Packages of time and task"),
    _("One row for each package as it is bought today, so that nobody has to type it again."),
    (
        Column("package_id", cells.as_id, _("Your own id for the package."), "K-881",
               change=Change.ID),
        Column("person_id", cells.as_id, _("The person."), "P-000123", names=FileKind.PEOPLE,
               change=Change.NEVER, instead=NEW_PACKAGE),
        Column("contract_id", cells.as_id, _("The contract of time and task."), "HC-2026-07",
               names=FileKind.CONTRACTS, change=Change.NEVER, instead=NEW_PACKAGE),
        Column("starts", cells.as_date, _("The first day."), "2026-04-01", change=Change.NEVER,
               instead=NEW_PACKAGE),
        Column("ends", cells.as_date, _("The last day, where it has ended."), "", needed=False,
               change=Change.ONCE, instead=NEW_PACKAGE),
        Column("calls_per_day", cells.as_whole, _("Calls a day."), "3", change=Change.NEVER,
               instead=NEW_PACKAGE),
        Column("minutes_per_call", cells.as_whole, _("Minutes a call."), "30",
               change=Change.NEVER, instead=NEW_PACKAGE),
        Column("tasks", own_words, _("What is done, one task to a line or with ; between them."),
               "Wash and dress; breakfast; tablets", change=Change.NEVER, instead=NEW_PACKAGE),
        Column("pounds_an_hour", cells.as_money, _("Pounds for one hour."), "22.40",
               change=Change.NEVER, instead=NEW_PACKAGE),
    ),
)  # fmt: skip

OUTCOMES = Kind(
    FileKind.OUTCOMES,
    _("Outcomes"),
    _("One row for each thing that a person wants to be true, in her words, with how all will see "
      "that it is. None is payable by a file: that needs two reasons, on its page."),
    (
        Column("outcome_id", cells.as_id, _("Your own id for the outcome."), "O-52",
               change=Change.ID),
        Column("person_id", cells.as_id, _("The person."), "P-000123", names=FileKind.PEOPLE,
               change=Change.NEVER, instead=HER_OWN),
        Column("statement", own_words, _("What she wants, in her words."),
               "I walk to chapel again", change=Change.NEVER, instead=HER_OWN),
        Column("language", code(LANGUAGES), _("The language of her words: en, cy or other."), "en",
               change=Change.NEVER, instead=HER_OWN),
        Column("category", code({str(c): str(c) for c in Category}),
               _("What part of life it is about: a code such as home, people or other."),
               "community", change=Change.NEVER, instead=HER_OWN),
        Column("kind", code({str(k): str(k) for k in OutcomeKind}),
               _("improvement, or maintenance: keeping what she has."), "improvement",
               change=Change.NEVER, instead=HER_OWN),
        Column("test", own_words, _("How everybody will see that it is so."),
               "She has been on three Sundays of four", change=Change.NEVER, instead=HER_OWN),
        Column("target_weeks", cells.as_whole, _("In how many weeks."), "12",
               change=Change.NEVER, instead=HER_OWN),
        Column("set_by", code({str(s): str(s) for s in Speaker}),
               _("Whose voice it is: own_words, supported, observed or proxy."), "own_words",
               change=Change.NEVER, instead=HER_OWN),
        Column("set_on", cells.as_date, _("The day it was set."), "2026-04-01",
               change=Change.NEVER, instead=HER_OWN),
    ),
)  # fmt: skip

PLANS = Kind(
    FileKind.PLANS,
    _("Plans"),
    _("One row for each line of a plan; the rows of one plan stand under one another. A plan comes "
      "in as a draft: it is agreed by the person, the provider and the council, never by a file."),
    (
        Column("plan_id", cells.as_id, _("Your own id for the plan, the same in all its rows."),
               "PL-9", change=Change.ID),
        Column("person_id", cells.as_id, _("The person."), "P-000123", names=FileKind.PEOPLE,
               change=Change.NEVER),
        Column("contract_id", cells.as_id, _("The contract."), "HC-2026-08",
               names=FileKind.CONTRACTS, change=Change.NEVER),
        Column("starts", cells.as_date, _("The plan's first day."), "2026-05-04"),
        Column("ends", cells.as_date, _("The plan's last day."), "2026-07-26"),
        Column("review_on", cells.as_date, _("The day of its review."), "2026-07-20"),
        Column("outcome_ids", ids, _("Its outcomes, with ; between them."), "O-52; O-53",
               needed=False, names=FileKind.OUTCOMES, many=True),
        Column("what", own_words, _("What this line is."), "Walks to chapel and back"),
        Column("deliverer", code({str(d): str(d) for d in Deliverer}),
               _("Who does it: self, technology, family, third_sector, subcontractor or provider."),
               "provider"),
        Column("deliverer_name", a_name, _("Their name, where it is somebody in particular."), "",
               needed=False),
        Column("band", code({str(b): str(b) for b in Band}),
               _("The band of its hours: standard or specialist."), "standard", needed=False),
        Column("hours", cells.as_hours, _("Hours over the whole plan; no clock times."), "24",
               needed=False),
        Column("cost", cells.as_pence, _("A cost in pounds instead of hours."), "", needed=False),
        Column("funded_by", a_name, _("Who has paid for it already."), "", needed=False),
        Column("must_not_be_missed", cells.as_yes, _("Whether it must not be missed: yes or no."),
               "no", needed=False),
        Column("tolerance_minutes", cells.as_whole,
               _("Within how many minutes it must happen, where it must not be missed."), "",
               needed=False),
    ),
    together=frozenset({"person_id", "contract_id", "starts", "ends", "review_on", "outcome_ids"}),
)  # fmt: skip
