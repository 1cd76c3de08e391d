"""What a comparison of ways of paying says: its figures, how each is worked out, and why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.comparing.estimates import Verdict
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Source

Words = str | Promise


class Benefit(StrEnum):
    """Kinds of benefit that are never added together (R-NX-15), and who is in the figures."""

    WHO = "who"
    CASH = "cash"
    CAPACITY = "capacity"
    QUALITY = "quality"
    PAY = "pay"


class Figure(StrEnum):
    """One figure of a way of paying."""

    PEOPLE = "people"
    AS_THEY_ARE = "as_they_are"
    ANEW = "anew"
    WHY_NOT = "why_not"
    LEFT_OUT = "left_out"
    COST = "cost"
    BY_PAYER = "by_payer"
    AS_IT_WAS = "as_it_was"
    DIFFERENCE = "difference"
    INCOME_WAS = "income_was"
    INCOME = "income"
    DEVIATION_WAS = "deviation_was"
    DEVIATION = "deviation"
    AT_STAKE = "at_stake"
    ONE_MORE_HOUR = "one_more_hour"
    CHARGED = "charged"
    CHARGED_IF = "charged_if"
    HOURS = "hours"
    ACHIEVED = "achieved"
    WORKERS_HOUR = "workers_hour"
    HOUR = "hour"
    WAGE = "wage"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's kind of benefit, its name, and how it is worked out."""

    benefit: Benefit
    name: Words
    how: Words


BENEFITS: Mapping[Benefit, Words] = {
    Benefit.WHO: _("Who could be priced"),
    Benefit.CASH: _("Cash"),
    Benefit.CAPACITY: _("Capacity"),
    Benefit.QUALITY: _("Quality"),
    Benefit.PAY: _("Workers’ pay"),
}
FIGURES: Mapping[Figure, Told] = {
    Figure.PEOPLE: Told(
        Benefit.WHO,
        _("People priced"),
        _("People of whom at least one agreement has a price under this way of paying."),
    ),
    Figure.AS_THEY_ARE: Told(
        Benefit.WHO,
        _("Paid so already"),
        _("Their own agreements, assessed again from what is recorded."),
    ),
    Figure.ANEW: Told(
        Benefit.WHO,
        _("Priced anew"),
        _("What was agreed for a week, under the terms that are named."),
    ),
    Figure.WHY_NOT: Told(
        Benefit.WHO, _("Not priced"), _("People whose records do not hold what it would need.")
    ),
    Figure.LEFT_OUT: Told(
        Benefit.WHO, _("Left out of the price"), _("People of whom nobody recorded this part.")
    ),
    Figure.COST: Told(
        Benefit.CASH,
        _("Cost"),
        _("All lines of these periods, by the same rules that a payment run uses."),
    ),
    Figure.BY_PAYER: Told(
        Benefit.CASH,
        _("Paid by"),
        _("The lines by who pays them. The shares are those of each person’s own agreement."),
    ),
    Figure.AS_IT_WAS: Told(
        Benefit.CASH,
        _("The same support, as it was paid"),
        _("The same agreements under their own terms, from what is recorded today."),
    ),
    Figure.DIFFERENCE: Told(
        Benefit.CASH,
        _("Difference for one person in a period"),
        _(
            "Of those priced anew: each person’s cost less what was paid for her, for each period "
            "in which she had support. The mean over people, with Student’s t interval (95%)."
        ),
    ),
    Figure.INCOME_WAS: Told(
        Benefit.CASH,
        _("Provider’s income in a period, as it was"),
        _("The mean over the periods, with Student’s t interval (95%)."),
    ),
    Figure.INCOME: Told(
        Benefit.CASH,
        _("Provider’s income in a period"),
        _("The mean over the periods, with Student’s t interval (95%)."),
    ),
    Figure.DEVIATION_WAS: Told(
        Benefit.CASH,
        _("How far its income swings, as it was"),
        _("The standard deviation over the periods: the square root of the variance."),
    ),
    Figure.DEVIATION: Told(
        Benefit.CASH,
        _("How far its income swings"),
        _("The standard deviation over the periods: the square root of the variance."),
    ),
    Figure.AT_STAKE: Told(
        Benefit.CASH,
        _("The most that could be taken back"),
        _(
            "By the way of paying’s own rules, if every payable outcome were missed through the "
            "provider and nobody ever said so, or if nobody came in a whole review."
        ),
    ),
    Figure.ONE_MORE_HOUR: Told(
        Benefit.CASH,
        _("One more hour of need"),
        _("What it does to the provider’s income, from the way of paying’s own arithmetic."),
    ),
    Figure.CHARGED: Told(
        Benefit.CASH,
        _("What the people were charged"),
        _("Of the same people: their statements’ lines for weeks that begin in these periods."),
    ),
    Figure.CHARGED_IF: Told(
        Benefit.CASH,
        _("What they would have been charged"),
        _(
            "Of those who were charged and whom this way of paying prices whole: by the same "
            "basis, means and recorded time, with what their weeks would have cost the council."
        ),
    ),
    Figure.HOURS: Told(
        Benefit.CAPACITY,
        _("Planned hours"),
        _("What was agreed for a week, for the days of these periods. No minute is read."),
    ),
    Figure.ACHIEVED: Told(
        Benefit.QUALITY,
        _("Whether people would have lived better"),
        _(
            "What happened is what happened under the way of paying that was in force. No sum "
            "made of it says what another way would have done."
        ),
    ),
    Figure.WORKERS_HOUR: Told(
        Benefit.PAY,
        _("What a worker’s hour came to"),
        _("Nobody records paid hours, travel and pay here, so nothing is worked out."),
    ),
    Figure.HOUR: Told(
        Benefit.PAY,
        _("Price of a planned hour"),
        _("The cost of those whose hours are known, over their planned hours."),
    ),
    Figure.WAGE: Told(
        Benefit.PAY,
        _("The highest wage that this price pays"),
        _("By the published structure of costs of the last day, as “Check pay” works it out."),
    ),
}
WHY_NOT: Mapping[CannotPrice, Words] = {
    CannotPrice.NO_VISITS: _("No visits are recorded"),
    CannotPrice.NO_HOURS: _("No hours were agreed"),
    CannotPrice.NO_SHIFTS: _("It pays for a team’s whole shifts, not for one person"),
    CannotPrice.NO_EPISODE: _("No short episode with an end is recorded"),
    CannotPrice.NO_PLATFORM_TIME: _("Nothing was bought through a platform"),
    CannotPrice.NO_POPULATION: _("It pays for a whole population, not for one person"),
    CannotPrice.A_PATCH: _("It pays for a whole patch, not for one person"),
    CannotPrice.COSTS_BESIDE_HOURS: _("A bundle cannot hold the costs beside its hours"),
    CannotPrice.TERMS_REFUSED: _("The terms cannot be signed for this support"),
    CannotPrice.NOT_ASSESSED: _("The agreement cannot be assessed as it stands"),
    CannotPrice.IN_A_BLOCK: _("Her team is paid for a whole patch: she has no price of her own"),
}
LEFT_OUT: Mapping[LeftOut, Words] = {
    LeftOut.JUDGEMENT: _("What a judgement would have found: no penalty is in it"),
    LeftOut.REVIEW: _("What a review would have brought: no delivered time is recorded"),
    LeftOut.UNSPENT: _("What would have been left unspent and returned"),
    LeftOut.CONTRIBUTION: _("What she would have contributed: it is paid whole"),
}
SOURCES: Mapping[Source, Words] = {
    Source.STATED: _("said here"),
    Source.CONTRACT: _("the contract’s"),
    Source.DEFAULT: _("our defaults"),
    Source.RECORDED: _("what an hour costs for each person now"),
}
VERDICTS: Mapping[Verdict, Words] = {
    Verdict.MORE: _("Costs more"),
    Verdict.MORE_BEFORE: _("Costs more, before what is left out of the price"),
    Verdict.LESS: _("Costs less"),
    Verdict.CANNOT_TELL: _("Cannot tell"),
}
CANNOT_TELL = _("Cannot tell")
TOO_FEW = _("Too few to tell")
INVENTED = _("Invented for a demonstration")
RECORDED = _("From what is recorded")
SAID = _("Worked out from what is recorded, by terms that were chosen")
AT_ONCE_MORE = _("Pays more as soon as need grows, and less when a person gets better")
AT_ONCE_LESS = _("Pays less as soon as need grows")
ANEW_MORE = _("Pays nothing more until it is agreed anew")
NOTHING_MORE = _("Pays the same, whatever need does")


def sign_words(sign: tuple[bool, bool, bool]) -> str:
    """Which way a way of paying pulls: (more at once, less at once, more once agreed anew)."""
    more, less, anew = sign
    words = AT_ONCE_MORE if more else AT_ONCE_LESS if less else ANEW_MORE if anew else NOTHING_MORE
    return str(words)
