"""Conversations: strengths first, then what matters, in the person's own words (R-EL-03, R-GW-16).

There is no field for visits, times or tasks here, and a test keeps it so (R-WI-03).
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.people import Language, Speaker


class Conversation(WrittenRow):
    """One conversation of as many as life brings. `strengths`: what can you do for yourself?"""

    holds_words = (Words("person", ("strengths",)),)

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="conversations"
    )
    on = models.DateField()
    language = code_field(Language)
    strengths = models.TextField()

    class Meta:
        constraints = [one_of("language", Language, "conversation_language")]
        indexes = [models.Index(fields=["council", "person", "-on"], name="conversation_by_person")]


class Statement(WrittenRow):
    """Words that somebody said, kept in the language they were said in, and whose they are.

    Corrected by a new statement that names the old one; never overwritten.
    """

    holds_words = (
        Words(
            "conversation__person", ("words", "translation", "speaker_name", "speaker_relationship")
        ),
    )

    conversation = models.ForeignKey(
        Conversation, on_delete=models.PROTECT, related_name="statements"
    )
    words = models.TextField()
    language = code_field(Language)
    translation = models.TextField(blank=True)
    translation_agreed = models.BooleanField(default=False)
    speaker = code_field(Speaker)
    speaker_name = models.CharField(max_length=200, blank=True)
    speaker_relationship = models.CharField(max_length=80, blank=True)
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            one_of("language", Language, "statement_language"),
            one_of("speaker", Speaker, "statement_speaker"),
            # A proxy is always named: whose voice it is must never be in doubt (R-RV-02).
            models.CheckConstraint(
                condition=~models.Q(speaker=Speaker.PROXY) | ~models.Q(speaker_name=""),
                name="statement_proxy_named",
            ),
        ]
