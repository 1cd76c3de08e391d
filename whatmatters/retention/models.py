"""Whose words must stay although their time is over, and whose were blanked."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.retention import RetentionKey


class LegalHold(WrittenRow):
    """Nothing of this person's is blanked, since `at`, for a reason, until the hold has an end."""

    holds_words = (Words("person", ("reason",)),)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["council", "person"], name="legal_hold_by_person")]


class LegalHoldEnd(AppendOnlyRow):
    """A hold that holds no longer."""

    hold = models.OneToOneField(LegalHold, on_delete=models.PROTECT, related_name="end")


class Blanked(AppendOnlyRow):
    """One person's words of one kind were blanked: who did it is `by`, when is `at`."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    rule = code_field(RetentionKey)

    class Meta:
        constraints = [one_of("rule", RetentionKey, "blanked_rule")]
        indexes = [models.Index(fields=["council", "person", "-id"], name="blanked_by_person")]
