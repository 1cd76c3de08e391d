"""A page's proof of whose form it is: signed, so that words survive the end of a session.

The seal lets its holder do one thing: keep words for that user at that address. It opens nothing.
"""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.core import signing
from django.http import QueryDict

from whatmatters.access.services import DraftPlace
from whatmatters.policy.drafts import drafts_kept_for

FIELD = "draft"
SALT = "whatmatters.draft"
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "form_token", FIELD, "to_page", "to_language", "do"})
# Parts of the names of fields: what opens something, and the numbers of an account.
NEVER_KEPT = ("password", "secret", "sort_code", "account_number", "service_user")


def seal(place: DraftPlace) -> str:
    """The place of a draft as a page carries it."""
    told = [place.user_id, place.council_id, place.address, str(place.key), str(place.seen)]
    return signing.dumps(told, salt=SALT, compress=True)


def opened(text: str) -> DraftPlace | None:
    """The place that a page carried; None where it is not of our making, or too old."""
    try:
        user, council, address, key, seen = signing.loads(
            text, salt=SALT, max_age=drafts_kept_for()
        )
    except signing.BadSignature:
        return None
    return DraftPlace(user, council, address, UUID(key), UUID(seen))


def page_of(sent: QueryDict) -> UUID:
    """The token of the opened page that sends; one of its own where it lost it."""
    try:
        return UUID(sent.get("form_token", ""))
    except ValueError:
        return uuid4()


def typed_in_form(sent: QueryDict) -> Mapping[str, list[str]]:
    """What somebody typed or chose: no tokens, no buttons, and nothing that is secret.

    PostgreSQL keeps no character nought, and no keyboard types it.
    """
    return {
        name: [word.replace("\0", "") for word in words]
        for name, words in sent.lists()
        if name not in NOT_TYPED and not any(part in name.lower() for part in NEVER_KEPT)
    }


def is_blank(typed: Mapping[str, list[str]]) -> bool:
    """Whether nothing was typed at all."""
    return not any(word.strip() for words in typed.values() for word in words)
