"""What was taken in from files: by whom, when, from which file, and which row became which record;
and who asked to take a party's own data out.

The values of a file are not kept here: names and words live where they belong. A mark of each cell
is kept, so that a second import can tell what the file has changed since the last one.
"""

from django.conf import settings
from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.file_kinds import FileKind


class ImportedFile(AppendOnlyRow):
    """One file that was taken in whole, with what it did."""

    kind = code_field(FileKind)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    same = models.PositiveIntegerField()

    class Meta:
        constraints = [one_of("kind", FileKind, "imported_file_kind")]
        indexes = [models.Index(fields=["council", "-id"], name="imported_by_council")]


class ExternalId(WrittenRow):
    """The council's own id of a row, and our record that it became.

    `plain` is the id without the zeros in front of it, which spreadsheets lose. `marks` holds for
    each column a keyed digest of what the last file said ("" where the cell was empty).
    """

    kind = code_field(FileKind)
    external_id = models.CharField(max_length=60)
    plain = models.CharField(max_length=60)
    our_id = models.BigIntegerField()
    salt = models.CharField(max_length=16)
    marks = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "kind", "external_id"], name="external_id_once"
            ),
            one_of("kind", FileKind, "external_id_kind"),
        ]
        indexes = [
            models.Index(fields=["council", "kind", "plain"], name="external_id_plain"),
            models.Index(fields=["council", "kind", "our_id"], name="external_id_ours"),
        ]


class RegisteredService(WrittenRow):
    """A home-care service as the regulator publishes it; published facts and nothing else.

    No row points here: a real provider cannot come to carry what happened in a demonstration.
    """

    location_id = models.CharField(max_length=20)
    provider_id = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    provider_name = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    registered_on = models.DateField(null=True)
    deregistered_on = models.DateField(null=True)
    dormant = models.BooleanField(default=False)
    specialisms = models.TextField(blank=True)
    rating = models.CharField(max_length=40, blank=True)
    rated_on = models.DateField(null=True)
    published_on = models.DateField()
    source = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "location_id"], name="registered_service_once"
            )
        ]


class TakingOut(AppendOnlyRow):
    """Somebody asks for a file of a party's own data. `provider` None: the council's own.

    `people`: of how many it tells; `needs_second`: whether somebody else must approve it.
    """

    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    provider = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    people = models.PositiveIntegerField()
    needs_second = models.BooleanField()
    expires = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["council", "organisation", "-id"], name="taking_out_body")]


class TakingOutReason(WrittenRow):
    """Why somebody asks: about nobody in particular, but words may name anybody."""

    holds_words = (Words("", ("reason",), kept_as=KeptAs.TAKING_OUT),)

    asked = models.OneToOneField(TakingOut, on_delete=models.PROTECT, related_name="said")
    reason = models.TextField()


class TakingOutAnswer(AppendOnlyRow):
    """Somebody else of the same body says yes or no, once. Nobody answers what they asked for."""

    asked = models.OneToOneField(TakingOut, on_delete=models.PROTECT, related_name="answer")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(by=models.F("asked_by")), name="taking_out_by_another"
            )
        ]


class TakingOutUse(AppendOnlyRow):
    """The file was made: once for each asking."""

    asked = models.OneToOneField(TakingOut, on_delete=models.PROTECT, related_name="use")
