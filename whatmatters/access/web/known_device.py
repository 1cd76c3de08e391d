"""A browser in which somebody has signed in, all the way, keeps a counter of its own.

Wrong passwords are counted by name and address, and a council's whole staff may come from one
address: whoever sits behind it could keep a colleague out for ever. A cookie, signed and set at
the end of a full sign-in, tells her own browser apart. It opens nothing: it only says whose wrong
passwords these are not. It holds no name, only a mark that fits a name that is typed.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from whatmatters.policy.sign_in import device_known_for, most_names_of_device

COOKIE = "known_device"
SALT = "whatmatters known device"
# The cookie goes nowhere but to the pages of sign-in.
PATH = "/sign-in/"


@dataclass(frozen=True, slots=True)
class Device:
    """One browser: its random number, and marks of those who signed in on it, the newest last."""

    id: str
    marks: tuple[str, ...]

    def knows(self, name: str) -> bool:
        """Whether somebody of this name has signed in here."""
        return _mark(self.id, name) in self.marks


def device_of(request: HttpRequest) -> Device | None:
    """The browser that asks, when it is a known one whose cookie is ours and not too old."""
    try:
        told = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=device_known_for())
    except signing.BadSignature:
        return None
    return Device(str(told[0]), tuple(told[1:]))


def know(request: HttpRequest, response: HttpResponseBase, name: str) -> None:
    """Have the browser known, from the next request on, as one on which `name` signs in."""
    found = device_of(request)
    device = found or Device(secrets.token_hex(16), ())
    mark = _mark(device.id, name)
    marks = [*(m for m in device.marks if m != mark), mark][-most_names_of_device() :]
    response.set_cookie(
        COOKIE,
        signing.dumps([device.id, *marks], salt=SALT),
        max_age=device_known_for(),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _mark(device_id: str, name: str) -> str:
    return salted_hmac(SALT + device_id, name.strip().lower()).hexdigest()[:20]
