"""The form that brings files."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import PageForm
from whatmatters.policy.imports import most_page_bytes


class ManyFiles(forms.FileInput):
    """One control for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; the value is a list of them."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each of them, and not too much together. An empty file is told by its preview."""
        given: list[UploadedFile[Any]] = data if isinstance(data, list) else [data] if data else []
        if not given:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if sum(file.size or 0 for file in given) > most_page_bytes():
            most = filesizeformat(most_page_bytes())
            told = _(
                "Together the files hold more than %(most)s. Larger ones are taken in by the "
                "command, which shows how far it is: ask an administrator."
            )
            raise forms.ValidationError(told % {"most": most})
        return given


class UploadForm(PageForm):
    """Files to look at before anything is taken in."""

    keeps_drafts = False

    sheets = FilesField(
        label=gettext_lazy("Choose the files"),
        help_text=gettext_lazy(
            "CSV files. Several can be chosen at once: those that belong "
            "together are best brought together."
        ),
    )
