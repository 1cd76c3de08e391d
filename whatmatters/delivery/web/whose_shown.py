"""Who agreed, and who wrote it down, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext

from whatmatters.delivery.queries.bank import Answered, Moved


def whose_words(one: Moved | Answered, names: Mapping[int, str]) -> str:
    """Who agreed to a movement, and who wrote it down; nobody agrees to what ran out."""
    if not one.agreed:
        return ""
    writer = names.get(one.by_id, "")
    if one.decider_id is not None:
        told = {"name": names.get(one.decider_id, ""), "writer": writer}
        return gettext("%(name)s, told to %(writer)s") % told
    if one.told:
        return gettext("The person’s own word, told to %(writer)s") % {"writer": writer}
    return writer
