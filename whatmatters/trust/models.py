"""What a person shares, with whom and how she said so; and what is kept between her and a few.

Nothing that happened is changed or removed: a consent that is taken back has an end of its own.
Words about it stand in a row beside it that is not guarded, so that retention can blank them.
"""

from django.conf import settings
from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
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
                condition=~models.Q(how=ConsentHow.DECIDER) | models.Q(decider__isnull=False),
                name="consent_decider_named",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "person"], name="consent_by_person"),
            models.Index(fields=["council", "user", "topic"], name="consent_by_user"),
            models.Index(fields=["council", "organisation", "topic"], name="consent_by_body"),
        ]


class ConsentHelper(WrittenRow):
    """Who helped her to decide about a consent; none where nobody did."""

    holds_words = (Words("consent__person", ("helped_by",)),)

    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="said")
    helped_by = models.CharField(max_length=200)


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
    until = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["council", "by", "person"], name="opening_by_reader"),
            models.Index(fields=["council", "-at"], name="opening_by_council"),
        ]


class OpeningReason(WrittenRow):
    """Why it was opened, in the words of whoever opened it."""

    holds_words = (Words("opening__person", ("reason",)),)

    opening = models.OneToOneField(Opening, on_delete=models.PROTECT, related_name="said")
    reason = models.TextField()


class OpeningReview(AppendOnlyRow):
    """What whoever watches over access says of an opening, once."""

    opening = models.OneToOneField(Opening, on_delete=models.PROTECT, related_name="review")
    found = code_field(Reviewed)

    class Meta:
        constraints = [one_of("found", Reviewed, "opening_review_found")]


class OpeningReviewWords(WrittenRow):
    """What was said of an opening beside the finding."""

    holds_words = (Words("review__opening__person", ("words",)),)

    review = models.OneToOneField(OpeningReview, on_delete=models.PROTECT, related_name="said")
    words = models.TextField()


class AddressGuard(AppendOnlyRow):
    """Whether it must stay hidden where a person lives; the newest is the one in use."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    hidden = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["council", "person", "-id"], name="address_guard_newest")]


class AddressGuardWords(WrittenRow):
    """Why it is hidden, or no longer, and what it is.

    `address` is what nobody may write down, one line of it a line; read by the scan of words only.
    """

    holds_words = (Words("guard__person", ("address", "reason")),)

    guard = models.OneToOneField(AddressGuard, on_delete=models.PROTECT, related_name="said")
    address = models.TextField(blank=True)
    reason = models.TextField()


class AddressQuoted(AppendOnlyRow):
    """Somebody wrote a hidden address down after being warned."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=80)


class AddressQuotedReason(WrittenRow):
    """Why it was written down all the same."""

    holds_words = (Words("quoted__person", ("reason",)),)

    quoted = models.OneToOneField(AddressQuoted, on_delete=models.PROTECT, related_name="said")
    reason = models.TextField()
