"""Signing in with a code for the first time, or back in with the two halves of one."""

from typing import Any

from allauth.core.ratelimit import consume
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from whatmatters.access.queries.refusal_words import sentence
from whatmatters.access.services import PasswordTooWeak, use_recovery
from whatmatters.access.web import known_device
from whatmatters.access.web.asked import moment_of
from whatmatters.access.web.marks import public
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.refusals import Refusal

CODE = {"autocomplete": "off"}


class CodesForm(PageForm):
    """The user name, one code or two halves, and a new password twice."""

    login = forms.CharField(label=_("User name"), max_length=150)
    first = forms.CharField(
        label=_("Code"),
        help_text=_("From the administrator of your organisation. Such as KF7P-92QD-7HMW."),
        max_length=40,
        widget=forms.TextInput(attrs=CODE),
    )
    second = forms.CharField(
        label=_("Second code"),
        help_text=_("From the person who confirmed that it is you. Not for your first sign-in."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs=CODE),
    )
    password1 = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters. Three words of your own are good."),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("The new password once more"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any] | None:
        """The same password twice."""
        said = super().clean()
        one, two = (self.cleaned_data.get(name) for name in ("password1", "password2"))
        if one and two and one != two:
            self.refuse(_("The two passwords are not the same"), "password2")
        return said


@public
@require_http_methods(["GET", "HEAD", "POST"])
def with_codes(request: HttpRequest) -> HttpResponse:
    """Set a new password by codes; then sign in by it, as always.

    The browser is known for her from then on: whoever sits behind the same address and guesses at
    her name cannot keep her from signing in here, although she never did before.
    """
    form = CodesForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _used(request, form):
        messages.success(request, gettext("Your new password is set. Now sign in with it."))
        onward = HttpResponseRedirect(reverse("account_login"))
        known_device.know(request, onward, form.cleaned_data["login"])
        return onward
    return render(
        request, "access/with_codes.html", {"form": form}, status=422 if form.errors else 200
    )


def _used(request: HttpRequest, form: CodesForm) -> bool:
    said = form.cleaned_data
    if not consume(request, action="codes"):
        form.refuse(_("There have been too many tries. Try again later."))
        return False
    try:
        use_recovery(
            at=moment_of(request),
            username=said["login"],
            first=said["first"],
            second=said["second"],
            password=said["password1"],
        )
    except PasswordTooWeak as refused:
        form.refuse(sentence(refused), "password1")
        return False
    except Refusal as refused:
        form.refuse(sentence(refused))
        return False
    return True
