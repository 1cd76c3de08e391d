"""What a person shares, with whom and how she said so; and what is kept between her and a few.

Nothing here is changed or removed: a consent that is taken back has an end of its own.
"""

from django.conf import settings
from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.sharing import ConsentHow, KeptSubject, Topic


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
