"""How far she felt in control, once in each period of support (R-VG-08)."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import Words
from whatmatters.rules.control import Control
from whatmatters.rules.people import Authority


class ControlAnswer(AppendOnlyRow):
    """One answer for the period from `starts` to `ends`; another one later in it is another row.

    `heard`: she said it, and whoever wrote the row wrote it down with her there. `provider` is the
    one that supported her on the day; null where there were several: it is then nobody's own.
    """

    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="control_answers"
    )
    provider = models.ForeignKey(
        "access.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    starts = models.DateField()
    ends = models.DateField()
    on = models.DateField()
    answer = code_field(Control)
    authority = code_field(Authority, default=Authority.OWN)
    heard = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("answer", Control, "control_answer"),
            one_of("authority", Authority, "control_authority"),
            models.CheckConstraint(
                condition=models.Q(on__gte=models.F("starts"), on__lte=models.F("ends")),
                name="control_answered_in_its_period",
            ),
            # Who decides for her speaks for her; nobody writes that down as what she said.
            models.CheckConstraint(
                condition=models.Q(heard=False)
                | models.Q(authority__in=[str(Authority.OWN), str(Authority.SUPPORTED)]),
                name="control_heard_is_her_own",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "person", "starts"], name="control_by_person"),
            models.Index(fields=["council", "on"], name="control_by_day"),
        ]


class ControlWords(WrittenRow):
    """What she added: beside the answer, which is guarded, so that it can be blanked."""

    holds_words = (Words("answer__person", ("words",)),)

    answer = models.OneToOneField(ControlAnswer, on_delete=models.PROTECT, related_name="said")
    words = models.TextField()
