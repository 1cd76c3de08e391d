"""Template tags that draw GOV.UK Frontend components and forms."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from whatmatters.frontend import components
from whatmatters.frontend.forms.drawing import drawn, summary_errors

register = template.Library()


@register.simple_tag
def govuk(name: str, **params: Any) -> str:
    """`{% govuk "button" text=words classes="…" legend__text=… %}`: any component by its name."""
    return components.render(name, params)


@register.simple_block_tag
def govukblock(content: SafeString, name: str, **params: Any) -> str:
    """`{% govukblock "details" summaryText=words %} … {% endgovukblock %}`: around HTML."""
    return components.render(name, params | {"html": content})


@register.simple_tag
def field(bound: BoundField, **params: Any) -> str:
    """`{% field form.name label__classes="…" %}`: one field, drawn with its hint and error."""
    name, drawing = drawn(bound)
    return components.render(name, drawing | params)


@register.simple_tag
def fields(form: forms.BaseForm) -> str:
    """`{% fields form %}`: the hidden fields, then every visible field in its order."""
    return form_token(form) + questions(form)


@register.simple_tag
def questions(form: forms.BaseForm) -> SafeString:
    """`{% questions form %}`: every visible field in its order, inside `{% page_form %}`.

    A field that belongs to one answer of another (`PageForm.reveals`) stands below that one.
    """
    told = _reveals(form)
    below = {name for answers in told.values() for held in answers.values() for name in held}
    own = [bound for bound in form.visible_fields() if bound.name not in below]
    return joined(with_below(form, bound) for bound in own)


def joined(drawn_fields: Iterable[str]) -> SafeString:
    """Drawn fields one after another."""
    return format_html_join("\n", "{}", ((one,) for one in drawn_fields))


def _reveals(form: forms.BaseForm) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return getattr(form, "reveals", {})


def with_below(form: forms.BaseForm, bound: BoundField) -> str:
    """A field, and after it those that belong to its first, second ... answer.

    The stylesheet shows them while that answer is chosen: no script, and no ARIA that a radio
    button may not have.
    """
    answers = _reveals(form).get(bound.name)
    if not answers:
        return field(bound)
    name, drawing = drawn(bound)
    parts = []
    for place, item in enumerate(drawing["items"], 1):
        held = [form[one] for one in answers.get(item["value"], ()) if one in form.fields]
        if held:
            # Needed or not as the answer is: the form says so when it is sent.
            parts.append((place, joined(field(one, label__text=one.label) for one in held)))
    below = format_html_join("\n", '<div class="wm-below wm-below-{}">{}</div>', parts)
    return format_html('<div class="wm-asks">{}{}</div>', components.render(name, drawing), below)


@register.simple_tag
def form_token(form: forms.BaseForm) -> SafeString:
    """`{% form_token form %}`: the hidden fields; the token has no id, so two forms never clash."""
    return format_html_join("", "{}", ((without_id(bound),) for bound in form.hidden_fields()))


def without_id(bound: BoundField) -> SafeString:
    """A hidden field; of the token, without its id. Others keep theirs: scripts look for them."""
    return bound.as_widget(attrs={"id": False} if bound.name == "form_token" else None)


@register.simple_tag
def error_summary(*shown: forms.BaseForm) -> str:
    """`{% error_summary form %}`: what needs an answer, each leading to its field; or nothing."""
    errors = summary_errors(shown)
    if not errors:
        return ""
    title = _("There is a problem")
    return components.render("error-summary", {"titleText": title, "errorList": errors})
