"""The register: what blocks a design, as it was first said and as it was put right.

Nothing is changed or removed: the version with the highest number is the newest word.
"""

from django.db import models
from django.db.models import F, Q

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow
from whatmatters.rules.limits import (
    LONGEST,
    LONGEST_LINK,
    LONGEST_NAME,
    Effect,
    Hands,
    Known,
    LimitKind,
)


class Limit(AppendOnlyRow):
    """One rule or limit. What it is stands in its versions."""


class LimitVersion(AppendOnlyRow):
    """What it is, in whose hands, what it blocks, where that is written, from when until when.

    `ways`: codes of the ways of paying that it touches. `why`: what was put right.
    """

    entry = models.ForeignKey(Limit, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = code_field(LimitKind)
    hands = code_field(Hands)
    body = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    holder = models.CharField(max_length=LONGEST_NAME, blank=True)
    blocks = models.CharField(max_length=LONGEST)
    ways = models.JSONField()
    known = code_field(Known)
    written_in = models.CharField(max_length=LONGEST_NAME)
    written_on = models.DateField()
    link = models.CharField(max_length=LONGEST_LINK, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True)
    why = models.CharField(max_length=LONGEST, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="limit_version_once"),
            one_of("kind", LimitKind, "limit_kind"),
            one_of("hands", Hands, "limit_hands"),
            one_of("known", Known, "limit_known"),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="limit_days"
            ),
            models.CheckConstraint(
                condition=Q(hands=Hands.BODY, body__isnull=False, holder="")
                | Q(hands=Hands.OTHER, body__isnull=True) & ~Q(holder="")
                | Q(hands=Hands.NATION, body__isnull=True, holder=""),
                name="limit_in_one_hand",
            ),
            models.CheckConstraint(
                condition=Q(number=1, why="") | Q(number__gt=1) & ~Q(why=""),
                name="limit_put_right_says_why",
            ),
        ]


class LimitQuery(AppendOnlyRow):
    """What whoever can change it was asked, and the answer once it is there; newer versions hold.

    `effect`: what follows from the answer; `effect_from`: since when, where it changes something.
    """

    entry = models.ForeignKey(Limit, on_delete=models.PROTECT, related_name="queries")
    query = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    whom = models.CharField(max_length=LONGEST_NAME)
    asked_on = models.DateField()
    question = models.CharField(max_length=LONGEST)
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=LONGEST, blank=True)
    effect = code_field(Effect, blank=True)
    effect_from = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "query", "number"], name="limit_query_once"),
            models.CheckConstraint(
                condition=Q(
                    answered_on__isnull=True, answer="", effect="", effect_from__isnull=True
                )
                | Q(answered_on__gte=F("asked_on"), effect=Effect.STANDS, effect_from__isnull=True)
                & ~Q(answer="")
                | Q(effect__in=[Effect.EASED, Effect.GONE], effect_from__isnull=False)
                & Q(answered_on__gte=F("asked_on"))
                & ~Q(answer=""),
                name="limit_answer_is_whole",
            ),
        ]
