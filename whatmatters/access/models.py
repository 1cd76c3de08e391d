"""Organisations, users, the roles they hold, what they began to write, and the audit trail."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, TenantRow, WrittenRow
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Origin, Role


class Installation(models.Model):
    """The mark of this database: one row at most. Without it, the database is live.

    `as_of` is the day on which the pages of a demonstration stand.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    kind = code_field(InstallationKind)
    as_of = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", InstallationKind, "installation_kind"),
            models.CheckConstraint(condition=models.Q(id=1), name="one_installation"),
            models.CheckConstraint(
                condition=models.Q(kind="demo") | models.Q(as_of__isnull=True),
                name="live_installation_lives_today",
            ),
        ]


class Organisation(TenantRow):
    """A council, health board, provider or third-sector body, as one council knows it."""

    kind = code_field(OrganisationKind)
    name_en = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200)
    origin = code_field(Origin, default=Origin.REAL)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "name_en"], name="organisation_once"),
            one_of("kind", OrganisationKind, "organisation_kind"),
            one_of("origin", Origin, "organisation_origin"),
        ]

    def __str__(self) -> str:
        return self.name_en


class User(AbstractUser):
    """Someone who signs in (or the system itself). Names live here and in `people` only."""

    display_name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="en-gb")
    # Counts up whenever every open session is to end: a session remembers the round it began in.
    session_round = models.PositiveIntegerField(default=0)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session holds as long as the password and the round are those it began with."""
        salt = "whatmatters.access.User.session"
        told = f"{self.password}:{self.session_round}"
        return salted_hmac(salt, told, secret=secret, algorithm="sha256").hexdigest()

    def __str__(self) -> str:
        return f"user {self.pk}"


class Membership(TenantRow):
    """One role that one user holds in one organisation, from a day to a day."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="memberships"
    )
    role = code_field(Role)
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "user", "organisation", "role", "starts"],
                name="membership_once",
            ),
            # SQLite counts two nulls as different, so those without an organisation have their own.
            models.UniqueConstraint(
                fields=["council", "user", "role", "starts"],
                condition=models.Q(organisation__isnull=True),
                name="membership_of_no_organisation_once",
            ),
            one_of("role", Role, "membership_role"),
        ]


class Portrait(TenantRow):
    """The picture that somebody put up of themselves, as it was redrawn; taken down, it is gone.

    Not append-only: whoever it shows may have it away at once, and no older one is kept.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    picture = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "user"], name="portrait_once"),
        ]


class Draft(TenantRow):
    """What one user typed on one form and has not sent: hers alone, and never evidence.

    Words change and go here, so it is not append-only and has no audit rows. `page` is the token
    of the opened page that wrote last. A sent form's row stays without words until it expires, so
    that a save which was still under way does not bring them back.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    address = models.CharField(max_length=200)
    page = models.UUIDField()
    typed = models.JSONField(default=dict)
    is_sent = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="draft_once")]
        indexes = [
            models.Index(fields=["user", "address"], name="draft_by_address"),
            models.Index(fields=["council", "expires_at"], name="draft_by_expiry"),
        ]


class TakenForm(WrittenRow):
    """A form that was taken, by its page's token: sent a second time, it does nothing more."""

    token = models.UUIDField()
    subject_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "token"], name="taken_form_once")]


class NameShown(TenantRow):
    """A list named a person to a user on a day. Counted that day and thrown away after it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    person_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["council", "user", "on", "person_id"], name="name_shown_once"
            )
        ]


class Recovery(AppendOnlyRow):
    """A way into an account, asked for by an administrator: one half of a code, for a while.

    What the user types is kept as a hash only. A first sign-in needs no second half: there is no
    password yet that could be taken from anybody.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = code_field(RecoveryKind)
    half = models.CharField(max_length=128)
    expires = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", RecoveryKind, "recovery_kind"),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("user")), name="recovery_never_asked_by_herself"
            ),
        ]


class RecoveryAnswer(AppendOnlyRow):
    """What somebody else said to a recovery: confirmed, with the other half of the code, or not.

    Who asked and for whom are copied here, so that the database itself refuses one person alone.
    """

    recovery = models.OneToOneField(Recovery, on_delete=models.PROTECT, related_name="answer")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed = models.BooleanField()
    half = models.CharField(max_length=128, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(by=models.F("asked_by")), name="recovery_takes_two"
            ),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("user")), name="recovery_not_confirmed_by_herself"
            ),
        ]


class RecoveryUse(AppendOnlyRow):
    """The one use of a recovery, by the user herself."""

    recovery = models.OneToOneField(Recovery, on_delete=models.PROTECT, related_name="use")


class AuditEvent(AppendOnlyRow):
    """One change or look, chained per council. Ids and codes only: no name, no free text."""

    seq = models.PositiveBigIntegerField()
    action = models.CharField(max_length=80)
    person_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField(null=True)
    why = models.CharField(max_length=80)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council", "seq"], name="audit_seq_once")]
        indexes = [models.Index(fields=["council", "person_id", "-seq"], name="audit_by_person")]
