"""What a person shares, with whom and how she said so; and what is kept between her and a few.

Nothing here is changed or removed: a consent that is taken back has an end of its own.
"""

from django.conf import settings
from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.sharing import ConsentHow, KeptSubject, Reviewed, Topic


class Consent(AppendOnlyRow):
    """One topic shared with one user or one organisation, from a day until a day (or its end)."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    topic = code_field(Topic)
    how = code_field(ConsentHow)
    helped_by = models.CharField(max_length=200, blank=True)
    decider = models.ForeignKey(
        "people.Decider", null=True, on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        constraints = [
            one_of("topic", Topic, "consent_topic"),
            one_of("how", ConsentHow, "consent_how"),
            models.CheckConstraint(
                condition=models.Q(user__isnull=True) ^ models.Q(organisation__isnull=True),
                name="consent_with_one",
            ),
            models.CheckConstraint(
                condition=~models.Q(how=ConsentHow.SUPPORTED) | ~models.Q(helped_by=""),
                name="consent_helper_named",
            ),
            models.CheckConstraint(
                condition=~models.Q(how=ConsentHow.DECIDER) | models.Q(decider__isnull=False),
                name="consent_decider_named",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "person"], name="consent_by_person"),
            models.Index(fields=["council", "user", "topic"], name="consent_by_user"),
            models.Index(fields=["council", "organisation", "topic"], name="consent_by_body"),
        ]


class ConsentEnd(AppendOnlyRow):
    """A consent taken back: from this moment it shares nothing."""

    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="end")


class BetweenUs(AppendOnlyRow):
    """Words that are never shared: kept between the person, who wrote them, and her workers."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    subject = code_field(KeptSubject)
    subject_id = models.BigIntegerField()

    class Meta:
        constraints = [
            one_of("subject", KeptSubject, "between_us_subject"),
            models.UniqueConstraint(
                fields=["council", "subject", "subject_id"], name="between_us_once"
            ),
        ]
        indexes = [models.Index(fields=["council", "person"], name="between_us_by_person")]


class Opening(AppendOnlyRow):
    """A record opened in an emergency by somebody who has nothing to do with her, until a time."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    until = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["council", "by", "person"], name="opening_by_reader"),
            models.Index(fields=["council", "-at"], name="opening_by_council"),
        ]


class OpeningReview(AppendOnlyRow):
    """What whoever watches over access says of an opening, once."""

    opening = models.OneToOneField(Opening, on_delete=models.PROTECT, related_name="review")
    found = code_field(Reviewed)
    words = models.TextField()

    class Meta:
        constraints = [one_of("found", Reviewed, "opening_review_found")]


class AddressGuard(AppendOnlyRow):
    """Whether it must stay hidden where a person lives; the newest is the one in use.

    `address` is what nobody may write down, one line of it a line; read by the scan of words only.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    hidden = models.BooleanField()
    address = models.TextField(blank=True)
    reason = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["council", "person", "-id"], name="address_guard_newest")]


class AddressQuoted(AppendOnlyRow):
    """Somebody wrote a hidden address down after being warned, and why."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=80)
    reason = models.TextField()
