"""A page that shows a price before anything is signed at it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, status
from whatmatters.blocks.web.price_shown import ShownPrice
from whatmatters.blocks.web.sending import written
from whatmatters.frontend.forms import PageForm


def priced_page(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    price_of: Callable[[], ShownPrice | None],
    shown: dict[str, object],
) -> HttpResponse:
    """The form; sent without being sure it shows the price and keeps nothing.

    `price_of` says why in the form where there is none.
    """
    if request.method == "POST" and form.is_valid():
        shown = {**shown, "price": price_of()}
        if shown["price"] is not None and form.cleaned_data["sure"]:
            made = written(request, form, verb)
            if made is not None:
                messages.success(request, _("This is kept."))
                return redirect("block", block_id=made)
    code = 200 if request.method == "POST" and not form.errors else status(request)
    return render(request, "blocks/price.html", {**shown, "form": form}, status=code)
