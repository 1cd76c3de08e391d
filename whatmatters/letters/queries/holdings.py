"""What of `letters` may be taken out: what she was told, and what she told, not what others did."""

from django.db.models import Q

from whatmatters.letters.models import Letter, LetterMove, Message, MessageAnswer, MessageMove
from whatmatters.records.holdings import Holding
from whatmatters.rules.letters import Addressee
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(Letter, ("person_id",), Action.SET_CONTACT, only=Q(addressee=Addressee.PERSON)),
    Holding(
        LetterMove,
        ("letter__person_id",),
        Action.SET_CONTACT,
        only=Q(letter__addressee=Addressee.PERSON),
    ),
    Holding(Message, ("person_id",), Action.EXPORT_RECORD, writer="by_id"),
    Holding(MessageAnswer, ("message__person_id",), Action.EXPORT_RECORD, writer="message__by_id"),
    Holding(MessageMove, ("message__person_id",), Action.EXPORT_RECORD, writer="message__by_id"),
)
