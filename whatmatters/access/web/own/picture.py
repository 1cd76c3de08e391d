"""The picture of oneself: put up, shown to its owner, and taken down."""

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.refusal_words import sentence
from whatmatters.access.services.portraits import put_up_portrait
from whatmatters.access.services.taking_down import take_down_portrait
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.marks import permitted_council
from whatmatters.access.web.own.faces import own_face
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

DOWN = "down"


class PictureForm(PageForm):
    """One picture."""

    keeps_drafts = False

    picture = forms.FileField(
        label=_("Choose the picture"),
        help_text=_(
            "A photograph of your face, in JPEG, PNG or WebP, of no more than 8 MB. Its middle is "
            "shown. Where and when it was taken is not kept."
        ),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )


class DownForm(PageForm):
    """The button that takes the picture down."""

    keeps_drafts = False


@permitted_council(Action.SHOW_PICTURE, post=Action.SHOW_PICTURE)
def own_picture(request: Asked) -> HttpResponse:
    """The picture that is up, a form for another, and the way to have none."""
    form = PictureForm()
    if request.method == "POST" and request.POST.get("do") == DOWN:
        take_down_portrait(by=request.actor, at=request.at)
        messages.success(request, gettext("Your picture is gone. Nobody sees it any more."))
        return HttpResponseRedirect(reverse("own_picture"))
    if request.method == "POST":
        form = PictureForm(request.POST, files=request.FILES)
        if form.is_valid() and _put_up(request, form):
            messages.success(request, gettext("Your picture is up."))
            return HttpResponseRedirect(reverse("own_picture"))
    shown = {
        "form": form,
        "down": DownForm(),
        "picture": own_face(request),
        "kind": "worker" if request.actor.roles - {Role.PERSON} else "person",
    }
    return render(request, "access/own/picture.html", shown, status=422 if form.errors else 200)


def _put_up(request: Asked, form: PictureForm) -> bool:
    file: UploadedFile[bytes] = form.cleaned_data["picture"]
    try:
        put_up_portrait(by=request.actor, at=request.at, sent=file.read())
    except Refusal as refusal:
        form.refuse(sentence(refusal), "picture")
        return False
    return True
