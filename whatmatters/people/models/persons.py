"""Who someone is, where they live (never shown closer than an area), and who speaks for them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Round, TruncYear

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.contact import Channel
from whatmatters.rules.names import LONGEST_KEY
from whatmatters.rules.people import Authority, Covers, Language, LinkKind, Speaker
from whatmatters.rules.roles import Origin

# What is left of her when the words are gone: a year and about ten kilometres.
COARSE: dict[str, Callable[[str], Any]] = {
    "born": TruncYear,
    "latitude": lambda column: Round(column, precision=1),
    "longitude": lambda column: Round(column, precision=1),
}


class Person(WrittenRow):
    """A person who draws on support. `known_as` is the name she chose."""

    holds_words = (Words("pk", ("full_name", "known_as", "postcode"), coarse=COARSE),)

    full_name = models.CharField(max_length=200)
    known_as = models.CharField(max_length=200)
    born = models.DateField()
    language = code_field(Language)
    lsoa = models.ForeignKey("places.Area", on_delete=models.PROTECT, related_name="+")
    ward = models.ForeignKey("places.Area", on_delete=models.PROTECT, related_name="+")
    patch = models.ForeignKey("places.Patch", null=True, on_delete=models.PROTECT, related_name="+")
    postcode = models.CharField(max_length=8)
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)
    disabled = models.BooleanField(default=False)
    origin = code_field(Origin, default=Origin.REAL)

    class Meta:
        constraints = [
            one_of("language", Language, "person_language"),
            one_of("origin", Origin, "person_origin"),
        ]
        indexes = [
            models.Index(fields=["council", "-id"], name="person_by_council"),
            models.Index(fields=["council", "patch"], name="person_by_patch"),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"


class NameKey(TenantRow):
    """One of the words by which a person is found, as `rules.names` writes them.

    Made from her names when they are written; holds nothing that they do not.
    """

    holds_words = (Words("person", remove=True),)

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys")
    key = models.CharField(max_length=LONGEST_KEY)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="name_key_once")]
        # The operator class lets PostgreSQL look up beginnings; SQLite needs and knows none.
        indexes = [
            models.Index(
                fields=["council", "key"],
                opclasses=["int8_ops", "varchar_pattern_ops"],
                name="name_key_by_council",
            )
        ]


class DuplicateChoice(AppendOnlyRow):
    """What somebody said of a person who may be one already here: the same, or someone else.

    `registered` is the person made, or put right, after "someone else"; none after "this is her".
    """

    candidate = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    registered = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    is_same = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_same=True, registered__isnull=True)
                | models.Q(is_same=False, registered__isnull=False),
                name="duplicate_same_or_registered",
            )
        ]
        indexes = [models.Index(fields=["council", "candidate"], name="duplicate_by_candidate")]


class Death(WrittenRow):
    """The day a person died. A row of its own, so that nothing about her is overwritten."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="death")
    on = models.DateField()


class PersonLink(WrittenRow):
    """A user who is the person, or someone she lets in, from a day to a day."""

    holds_words = (Words("person", ("relationship",)),)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = code_field(LinkKind)
    relationship = models.CharField(max_length=80, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "person", "user", "kind", "starts"], name="person_link_once"
            ),
            one_of("kind", LinkKind, "person_link_kind"),
        ]


class Decider(WrittenRow):
    """Who decides for the person, by what authority, from a day to a day.

    `covers` of rows from before it was asked is both; `reference` names the document that was
    seen, `checked_by` who saw it.
    """

    holds_words = (Words("person", ("reference",)),)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deciders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    authority = code_field(Authority)
    covers = code_field(Covers, default=Covers.BOTH)
    reference = models.CharField(max_length=200, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            one_of("authority", Authority, "decider_authority"),
            one_of("covers", Covers, "decider_covers"),
        ]


class Profile(WrittenRow):
    """One version of the one-page profile (R-OP-01): the newest is the one in use."""

    holds_words = (
        Words("person", ("liked", "important", "support", "good_day", "bad_day", "spoken_by")),
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="profiles")
    liked = models.TextField(blank=True)
    important = models.TextField(blank=True)
    support = models.TextField(blank=True)
    good_day = models.TextField(blank=True)
    bad_day = models.TextField(blank=True)
    speaker = code_field(Speaker)
    spoken_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_of("speaker", Speaker, "profile_speaker")]


class Assignment(WrittenRow):
    """A social worker (or other council worker) who works with the person, from a day to a day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["council", "user"], name="assignment_by_user")]


class ContactChoice(WrittenRow):
    """How the person may be written to, as it was last said: the newest is the one in use.

    Lists are one a line. Nothing is assumed: without such a row nothing is sent to her at all.
    """

    holds_words = (Words("person", remove=True),)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_choices")
    channel = code_field(Channel)
    address = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    unsafe = models.TextField(blank=True)
    avoided = models.TextField(blank=True)
    hours = models.CharField(max_length=200, blank=True)
    language = code_field(Language)
    large_print = models.BooleanField(default=False)
    statements = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("channel", Channel, "contact_channel"),
            one_of("language", Language, "contact_language"),
            models.CheckConstraint(
                condition=~models.Q(channel=Channel.POST, address=""), name="contact_post_where"
            ),
            models.CheckConstraint(
                condition=~models.Q(channel=Channel.EMAIL, email=""), name="contact_email_where"
            ),
        ]
        indexes = [models.Index(fields=["council", "person", "-id"], name="contact_by_person")]
