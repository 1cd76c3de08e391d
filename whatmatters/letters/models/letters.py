"""The outbox: one row for each letter, and one for each of its moves. No words and no address."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.rules.letters import Addressee, LetterReason, LetterState, WhyNot


class Letter(WrittenRow):
    """Something that somebody is to be told, once. `person`: whom it is about.

    What stands in it, and where it goes, is decided when it goes: a choice of hers that is newer
    than the letter holds.
    """

    addressee = code_field(Addressee)
    addressee_id = models.BigIntegerField()
    person = models.ForeignKey(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="letters"
    )
    reason = code_field(LetterReason)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    about_from = models.DateField()
    about_until = models.DateField()
    state = code_field(LetterState, default=LetterState.QUEUED)
    why = code_field(WhyNot, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "addressee", "addressee_id", "reason", "subject", "subject_id"],
                name="letter_once",
            ),
            one_of("addressee", Addressee, "letter_addressee"),
            one_of("reason", LetterReason, "letter_reason"),
            one_of("state", LetterState, "letter_state"),
        ]
        indexes = [
            models.Index(fields=["council", "state", "-id"], name="letter_by_state"),
            models.Index(fields=["council", "person", "-id"], name="letter_by_person"),
        ]


class LetterMove(AppendOnlyRow):
    """One move of a letter. It is given to the mail server once, and posted or told once."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="moves")
    to = code_field(LetterState)
    why = code_field(WhyNot, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "to"],
                condition=models.Q(to__in=["sending", "sent", "posted", "told", "withdrawn"]),
                name="letter_move_once",
            ),
            one_of("to", LetterState, "letter_move_to"),
        ]
