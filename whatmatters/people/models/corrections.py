"""What stood of somebody before it was put right."""

from django.db import models
from django.db.models.functions import TruncYear

from whatmatters.people.models.persons import Person
from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.people import Language


class PersonCorrection(WrittenRow):
    """Everything as it stood until `by` put it right, and why; blank where a file brought it."""

    holds_words = (
        Words(
            "person",
            ("why", "full_name", "known_as", "postcode"),
            coarse={"born": TruncYear},
        ),
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="corrections")
    why = models.TextField(blank=True)
    full_name = models.CharField(max_length=200)
    known_as = models.CharField(max_length=200)
    born = models.DateField()
    language = code_field(Language)
    disabled = models.BooleanField()
    postcode = models.CharField(max_length=8)

    class Meta:
        constraints = [one_of("language", Language, "person_correction_language")]
        indexes = [models.Index(fields=["council", "person", "-id"], name="correction_by_person")]
