"""What a person, or somebody close to her, tells us; its answers, and its moves."""

from django.db import models

from whatmatters.records.choices import code_field, one_of
from whatmatters.records.tenancy import AppendOnlyRow, WrittenRow
from whatmatters.records.words import KeptAs, Words
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.people import Language

# What is kept as long as the case is, and no complaint.
OF_THE_CASE = (MessageKind.MESSAGE, MessageKind.CARER_SUPPORT)


class Message(WrittenRow):
    """One message, complaint or request of a carer, in the words of its sender (`by`, as `voice`).

    `token` is the page's own number: sent twice, it is one message. The days are a complaint's.
    """

    holds_words = (
        Words("person", ("words",), only={"kind__in": OF_THE_CASE}),
        Words("person", ("words",), kept_as=KeptAs.COMPLAINT, only={"kind": MessageKind.COMPLAINT}),
    )

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="messages")
    kind = code_field(MessageKind)
    voice = models.CharField(max_length=24)
    words = models.TextField()
    language = code_field(Language)
    token = models.UUIDField()
    acknowledge_by = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    state = code_field(MessageState, default=MessageState.OPEN)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "token"], name="message_once"),
            one_of("kind", MessageKind, "message_kind"),
            one_of("state", MessageState, "message_state"),
            models.CheckConstraint(
                condition=~models.Q(kind=MessageKind.COMPLAINT)
                | models.Q(acknowledge_by__isnull=False, answer_by__isnull=False),
                name="complaint_has_clock",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "person", "-id"], name="message_by_person"),
            models.Index(fields=["council", "state", "id"], name="message_by_state"),
        ]


class MessageAnswer(WrittenRow):
    """An answer; a later one stands beside it and replaces nothing."""

    holds_words = (
        Words("message__person", ("words",), only={"message__kind__in": OF_THE_CASE}),
        Words(
            "message__person",
            ("words",),
            kept_as=KeptAs.COMPLAINT,
            only={"message__kind": MessageKind.COMPLAINT},
        ),
    )

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="answers")
    words = models.TextField()
    language = code_field(Language, default=Language.ENGLISH)
    token = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council", "token"], name="answer_once")]


class MessageMove(AppendOnlyRow):
    """One move of a message: acknowledged, answered. Each once."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="moves")
    to = code_field(MessageState)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "to"], name="message_move_once"),
            one_of("to", MessageState, "message_move_to"),
        ]
