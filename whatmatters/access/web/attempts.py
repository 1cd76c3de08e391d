"""By what a wrong password is counted: the name, however it was typed, from one address.

A browser on which that name has signed in before counts for itself (see `known_device`): neither a
stranger elsewhere nor somebody behind the same address can use up her tries there.
"""

from collections.abc import Mapping

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest

from whatmatters.access.web.known_device import device_of


def address(request: HttpRequest) -> str:
    """The reader's own address, behind as many proxies as the installation says it has."""
    return get_client_ip(request) or ""


def name(request: HttpRequest, credentials: Mapping[str, object] | None) -> str:
    """One name for every way of writing it, or a guesser would have five tries for each.

    With the number of the browser where it knows the name. Nobody can guess that number, so nobody
    can type a name that counts for somebody else's browser.
    """
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    plain = str(typed).strip().lower()
    device = device_of(request)
    return f"{plain}#{device.id}" if device and device.knows(plain) else plain


def origin(request: HttpRequest) -> str:
    """By what tries of any name are counted: the address, or the browser where it is known.

    A known browser that types a name of somebody who never signed in there is counted by address
    as everybody is. The second step asks for no name: whoever is there has given the password.
    """
    device, typed = device_of(request), request.POST.get("login")
    if device and (typed is None or device.knows(typed)):
        return f"device:{device.id}"
    return address(request)
