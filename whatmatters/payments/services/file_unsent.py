"""A file that the bank never had: another than who made it says so; then one more may be made."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.payments.models import FileUnsent
from whatmatters.payments.queries.file_refusals import FileNotFound, UnsentByWhoMade
from whatmatters.payments.queries.files import payment_file_of
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.records.locks import PAYMENT_FILES, lock_council
from whatmatters.rules.permissions import Action


@transaction.atomic
def say_unsent(*, by: Actor, at: datetime, file_id: int) -> None:
    """Say that a file was never sent. Said before, it changes nothing.

    Raises NotAllowed, FileNotFound, UnsentByWhoMade.
    """
    must_be_allowed(by, Action.MAKE_PAYMENT_FILE)
    lock_council(by.council_id, PAYMENT_FILES)
    facts = payment_file_of(by.council_id, file_id)
    if facts is None:
        raise FileNotFound(file_id=file_id)
    if facts.unsent_at is not None:
        return
    if facts.made_by_id == by.user_id:
        raise UnsentByWhoMade(number=facts.number)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    FileUnsent.objects.create(file_id=file_id, made_by_id=facts.made_by_id, **written)
    audit(by=by, at=at, action="payment_file_unsent", subject="payment_file", subject_id=file_id)
