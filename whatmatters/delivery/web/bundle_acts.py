"""What may be done about a bundle, as links."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.delivery.queries import Bank
from whatmatters.rules.permissions import Action


def bundle_acts(
    found: Bank | None, sight: Sight, person_id: int, today: date
) -> list[tuple[str, str]]:
    """Words and address of each page that this reader may use now."""
    return list(_acts(found, sight, person_id, today))


def _acts(
    found: Bank | None, sight: Sight, person_id: int, today: date
) -> Iterator[tuple[str, str]]:
    if found is not None and Action.RECORD_DAYS in sight.actions:
        last = min(today, found.ends or today)
        monday = last - timedelta(days=last.weekday())
        yield _("Record the days"), reverse("bundle_days", args=[person_id, monday.isoformat()])
    wrong = found is not None and found.ends is None and any(one.open for one in found.moved)
    if wrong and Action.MOVE_BANK in sight.actions:
        yield _("Put a movement right"), reverse("bank_correct", args=[person_id])
    if found is not None and found.asks and Action.ANSWER_OFFER in sight.actions:
        yield _("Answer the offer of a smaller bundle"), reverse("bundle_offer", args=[person_id])
    if Action.AGREE_BUNDLE not in sight.actions:
        return
    if found is not None and found.ends is None:
        yield _("Agree more than the bundle"), reverse("bundle_over", args=[person_id])
        yield _("End the bundle"), reverse("bundle_end", args=[person_id])
    else:
        yield _("Agree a bundle of hours"), reverse("bundle_agree", args=[person_id])
