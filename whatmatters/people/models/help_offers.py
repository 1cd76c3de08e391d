"""What somebody close to a person offers to do for her: theirs alone to say, change and withdraw.

Nothing that was offered is overwritten: each change is a version, and so is taking it back. The
words stand in a row beside the version that is not guarded, so that retention can blank them.
"""

from django.db import models

from whatmatters.people.models.persons import Person
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.people import Language


class HelpOffer(AppendOnlyRow):
    """One thing that whoever wrote it (`by`) offers to do for a person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="help_offers")

    class Meta:
        indexes = [
            models.Index(fields=["council", "person"], name="help_offer_by_person"),
            models.Index(fields=["council", "by"], name="help_offer_by_writer"),
        ]


class HelpOfferVersion(AppendOnlyRow):
    """How it stood from a moment on. `until` is its last day (null: none named); `withdrawn`: it
    is taken back, and has no words any more."""

    offer = models.ForeignKey(HelpOffer, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    until = models.DateField(null=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="help_offer_version_once"),
            models.UniqueConstraint(
                fields=["offer"],
                condition=models.Q(withdrawn=True),
                name="help_offer_withdrawn_once",
            ),
        ]


class HelpOfferWords(WrittenRow):
    """The words of a version: what they would do, on which days or when, and what they can not."""

    holds_words = (Words("help_version__offer__person", ("what", "days", "limits")),)

    help_version = models.OneToOneField(
        HelpOfferVersion, on_delete=models.PROTECT, related_name="said"
    )
    what = models.TextField()
    days = models.CharField(max_length=200)
    limits = models.TextField(blank=True)
    language = code_field(Language)

    class Meta:
        constraints = [one_of("language", Language, "help_offer_language")]
