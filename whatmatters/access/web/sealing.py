"""The seed of an authenticator app, sealed with the installation's key: a copy of the database
alone makes nobody's codes.
"""

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings

MARK = "sealed:"
PURPOSE = b"whatmatters second factor"


def sealed(text: str) -> str:
    """The text as the database keeps it."""
    return MARK + _box().encrypt(text.encode()).decode("ascii")


def opened(kept: str) -> str:
    """The text again; one that was kept before sealing began stands as it is.

    Raises cryptography.fernet.InvalidToken when the installation's key is another than then.
    """
    if not kept.startswith(MARK):
        return kept
    return _box().decrypt(kept.removeprefix(MARK)).decode()


def _box() -> Fernet:
    key = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
