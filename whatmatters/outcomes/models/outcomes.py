"""Outcomes: own words, a test that can be observed, weeks, and their moves (R-WI-01, R-WI-02)."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Category, OutcomeKind, Party
from whatmatters.rules.people import Language, Speaker


class Outcome(WrittenRow):
    """What the person wants to be true. `state` repeats the newest move, for lists."""

    holds_words = (Words("person", ("statement", "test")),)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="outcomes")
    statement = models.TextField()
    language = code_field(Language)
    category = code_field(Category)
    kind = code_field(OutcomeKind)
    test = models.TextField()
    target_weeks = models.PositiveSmallIntegerField()
    set_by = code_field(Speaker)
    set_on = models.DateField()
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    state = code_field(OutcomeState, default=OutcomeState.ACTIVE)

    class Meta:
        constraints = [
            one_of("language", Language, "outcome_language"),
            one_of("category", Category, "outcome_category"),
            one_of("kind", OutcomeKind, "outcome_kind"),
            one_of("set_by", Speaker, "outcome_set_by"),
            one_of("state", OutcomeState, "outcome_state"),
            models.CheckConstraint(condition=~models.Q(test=""), name="outcome_has_a_test"),
            models.CheckConstraint(
                condition=models.Q(target_weeks__gt=0), name="outcome_has_weeks"
            ),
        ]
        indexes = [models.Index(fields=["council", "person"], name="outcome_by_person")]


class OutcomeMove(AppendOnlyRow):
    """One move of one outcome: to which state, on which day, why (a code) and by whom."""

    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="moves")
    to = code_field(OutcomeState)
    on = models.DateField()
    why = models.CharField(max_length=80)

    class Meta:
        constraints = [one_of("to", OutcomeState, "outcome_move_to")]


class PayableReason(WrittenRow):
    """Why an outcome can be paid by: both reasons written, or the row cannot exist (R-WI-02)."""

    holds_words = (Words("outcome__person", ("observable", "attributable")),)

    outcome = models.OneToOneField(Outcome, on_delete=models.PROTECT, related_name="payable")
    observable = models.TextField()
    attributable = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(observable="") & ~models.Q(attributable=""),
                name="payable_has_both_reasons",
            )
        ]


class ProgressNote(WrittenRow):
    """How an outcome is going, in whose words."""

    holds_words = (Words("outcome__person", ("words", "speaker_name")),)

    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="notes")
    on = models.DateField()
    words = models.TextField()
    language = code_field(Language)
    speaker = code_field(Speaker)
    speaker_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            one_of("language", Language, "progress_language"),
            one_of("speaker", Speaker, "progress_speaker"),
        ]


class OffTrack(AppendOnlyRow):
    """The day one of the three recorded an outcome as off track. The words stand in a note."""

    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="off_track")
    on = models.DateField()
    party = code_field(Party)
    note = models.ForeignKey(
        ProgressNote, null=True, on_delete=models.PROTECT, related_name="off_track"
    )

    class Meta:
        constraints = [one_of("party", Party, "off_track_party")]
