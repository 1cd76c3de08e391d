"""Whose accounts the reader of a page looks after."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import get_language

from whatmatters.access.queries.charge import Charge, charge_of
from whatmatters.access.queries.directory import Account, read_account
from whatmatters.access.web.asked import Asked


def charge(request: Asked) -> Charge:
    """The administrator's own body. 403 for an administrator of none."""
    found = charge_of(request.actor)
    if found is None:
        raise PermissionDenied
    return found


def account(request: Asked, user_id: int) -> Account:
    """An account that the reader looks after. 404 for every other."""
    found = read_account(charge(request), user_id)
    if found is None:
        raise Http404
    return found


def body_name(of: Charge) -> str:
    """What the body is called, in the language that is being read."""
    return of.name_cy if (get_language() or "").startswith("cy") else of.name_en
