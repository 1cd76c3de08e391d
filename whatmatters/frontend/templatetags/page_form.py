"""`{% page_form form send=words %} … {% endpage_form %}`: a form whose words are never lost."""

from typing import Any

from django import forms, template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()

DRAWN = "wm_page_form_drawn"


@register.simple_block_tag(takes_context=True, end_name="endpage_form")
def page_form(
    context: template.RequestContext,
    content: SafeString,
    form: forms.BaseForm,
    send: str,
    css: str = "wm-measure",
    button: str = "wm-button--main",
) -> SafeString:
    """One form of a page, sent to the page's own address: its token, its questions (`content`),
    one button that sends it, and one that keeps it for later where it keeps drafts. The page has
    one such form.
    """
    request = context.get("request")
    if request is not None:
        setattr(request, DRAWN, True)
    shown = {
        "form": form,
        "content": content,
        "send": send,
        "css": css,
        "button": button,
        "draft": context.get("draft") if keeps_drafts(form) else None,
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("frontend/parts/page_form.html", shown)


@register.simple_tag(takes_context=True)
def page_form_if_none(context: template.RequestContext) -> str:
    """An empty form where a page shows none today, since the choice of language is sent by it."""
    form, request = context.get("form"), context.get("request")
    if not keeps_drafts(form) or getattr(request, DRAWN, False):
        return ""
    shown = {"csrf_token": context.get("csrf_token")}
    return render_to_string("frontend/parts/page_form_none.html", shown)


@register.filter
def keeps_drafts(form: Any) -> bool:
    """Whether what is typed on this form is kept until it is sent."""
    return bool(getattr(form, "keeps_drafts", False))
