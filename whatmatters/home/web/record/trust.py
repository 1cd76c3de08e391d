"""Ways from a record to who sees it, for those who may open them."""

from collections.abc import Set

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.rules.permissions import Action


def trust_links(seen: Set[Action], person_id: int) -> tuple[tuple[str, str], ...]:
    """Words and address of each page about trust that this reader may open."""
    pages = [
        (Action.SEE_WORKERS, _("Who works with the person"), "workers"),
        (Action.SEE_LOOKS, _("Who is close to the person, and their own account"), "close_people"),
        (Action.SHARE_RECORD, _("Who sees what of this record"), "sharing"),
        (Action.SEE_LOOKS, _("Who has looked at this record"), "looks"),
        (Action.SEE_LOOKS, _("What changed on this record"), "changes"),
        (Action.SEE_LOOKS, _("Who decides, and by what authority"), "deciders"),
        (Action.EXPORT_RECORD, _("Take away what is held"), "record_export"),
        (Action.SEE_HIDDEN_ADDRESS, _("Hide where the person lives"), "address"),
        (Action.KEEP_BETWEEN_US, _("Keep something between us"), "between_us"),
    ]
    return tuple(
        (words, reverse(url, args=[person_id])) for may, words, url in pages if may in seen
    )
