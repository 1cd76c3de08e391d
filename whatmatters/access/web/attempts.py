"""By what a wrong password is counted: the name, however it was typed, from one address."""

from collections.abc import Mapping

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """The reader's own address, behind as many proxies as the installation says it has."""
    return get_client_ip(request) or ""


def name(request: HttpRequest, credentials: Mapping[str, object] | None) -> str:
    """One name for every way of writing it, or a guesser would have five tries for each."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(typed).strip().lower()
