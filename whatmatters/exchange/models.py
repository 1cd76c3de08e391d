"""What was taken in from files: by whom, when, from which file, and which row became which record.

The values of a file are not kept here: names and words live where they belong. A mark of each cell
is kept, so that a second import can tell what the file has changed since the last one.
"""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
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
