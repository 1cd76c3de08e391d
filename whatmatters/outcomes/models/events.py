"""What happens while a plan is in force: small changes, exceptions, notes."""

from django.db import models

from whatmatters.outcomes.models.outcomes import Outcome
from whatmatters.outcomes.models.plans import PlanVersion
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.lifecycles import ExceptionState
from whatmatters.rules.outcomes import ExceptionReason
from whatmatters.rules.people import Language


class SmallChange(WrittenRow):
    """A change made by the person and the team, at once, without approval (R-WI-12, R-VG-05).

    `told` says when the care manager was told. She is not asked.
    """

    holds_words = (Words("version__plan__person", ("words",)),)

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="small_changes")
    on = models.DateField()
    words = models.TextField()
    told = models.DateTimeField()


class ExceptionRaised(WrittenRow):
    """The provider says early that the plan cannot go on as agreed; stops the delay clock."""

    holds_words = (Words("version__plan__person", ("words",)),)

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="exceptions")
    on = models.DateField()
    reason = code_field(ExceptionReason)
    words = models.TextField()
    outcomes = models.ManyToManyField(Outcome, related_name="exceptions")
    state = code_field(ExceptionState, default=ExceptionState.RAISED)

    class Meta:
        constraints = [
            one_of("reason", ExceptionReason, "exception_reason"),
            one_of("state", ExceptionState, "exception_state"),
        ]


class ExceptionMove(AppendOnlyRow):
    """The council's answer to an exception; `on` is the day from which the plan is re-priced."""

    exception = models.ForeignKey(ExceptionRaised, on_delete=models.PROTECT, related_name="moves")
    to = code_field(ExceptionState)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exception", "to"], name="exception_move_once"),
            one_of("to", ExceptionState, "exception_move_to"),
        ]


class UnchangedAnswer(AppendOnlyRow):
    """Somebody said why a plan that nobody has changed for long is still right (R-TT-04)."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="unchanged")
    on = models.DateField()


class UnchangedWords(WrittenRow):
    """Why it is, in words: beside the answer, which is guarded, so that they can be blanked."""

    holds_words = (Words("answer__version__plan__person", ("words",)),)

    answer = models.OneToOneField(UnchangedAnswer, on_delete=models.PROTECT, related_name="said")
    words = models.TextField()


class TimelineNote(WrittenRow):
    """Something that happened, in the words of who was there (the one living record, R-GW-16)."""

    holds_words = (Words("person", ("words",)),)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="notes")
    on = models.DateField()
    words = models.TextField()
    language = code_field(Language)

    class Meta:
        constraints = [one_of("language", Language, "note_language")]
        indexes = [models.Index(fields=["council", "person", "-on"], name="note_by_person")]
