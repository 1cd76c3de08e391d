"""Which GOV.UK component draws a field, and with which parameters."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from whatmatters.frontend.forms.dates import DateParts, parts_of
from whatmatters.frontend.forms.money import MoneyField
from whatmatters.frontend.language import HTML_CODES, OWN_NAMES, current

Params = dict[str, Any]


def drawn(bound: BoundField) -> tuple[str, Params]:
    """The component's name and parameters for one field of any Django form."""
    widget = bound.field.widget
    for kind, draw in DRAWERS:
        if isinstance(widget, kind):
            drawing: tuple[str, Params] = draw(bound)
            return drawing
    return "input", text_input(bound)


def base(bound: BoundField) -> Params:
    """Hint and error, which every field shows the same way."""
    params: Params = {}
    hint = str(bound.help_text or "")
    if hint:
        # A field of Django's own may explain itself in HTML that Django made (password rules).
        params["hint"] = {"html" if hasattr(hint, "__html__") else "text": hint}
    if bound.errors:
        params["errorMessage"] = {"text": str(bound.errors[0]), "visuallyHiddenText": _("Error")}
    return params


def labelled(bound: BoundField) -> Params:
    """Base plus label, id, name and what describes a text box."""
    label = {"text": optional(bound), "classes": "govuk-label--s"}
    return base(bound) | {"label": label, "id": bound.auto_id, "name": bound.html_name}


def optional(bound: BoundField) -> str:
    """The label, saying so when no answer is needed."""
    label = str(bound.label)
    return label if bound.field.required else _("%(label)s (optional)") % {"label": label}


def text_input(bound: BoundField) -> Params:
    """A text box; money has its £, numbers the right keys on a phone."""
    params = labelled(bound) | {"value": shown(bound)} | kept_attributes(bound)
    if isinstance(bound.field, MoneyField):
        money = {"prefix": {"text": "£"}, "inputmode": "decimal", "spellcheck": False}
        return params | money | {"classes": "govuk-input--width-10"}
    if isinstance(bound.field, forms.IntegerField):
        whole = not isinstance(bound.field, forms.DecimalField | forms.FloatField)
        mode = "numeric" if whole else "decimal"
        return params | {"inputmode": mode, "spellcheck": False, "classes": "govuk-input--width-5"}
    if isinstance(bound.field, forms.EmailField):
        return params | {"type": "email", "spellcheck": False}
    return params


def kept_attributes(bound: BoundField) -> Params:
    """Attributes of the widget that help the reader; never a placeholder."""
    attrs = bound.field.widget.attrs
    return {name: attrs[name] for name in ("autocomplete", "inputmode") if name in attrs}


def shown(bound: BoundField) -> str:
    """What stands in the box."""
    value = bound.value()
    return "" if value is None else str(value)


def textarea(bound: BoundField) -> tuple[str, Params]:
    """A box for words."""
    rows = str(bound.field.widget.attrs.get("rows", 4))
    return "textarea", labelled(bound) | {"value": shown(bound), "rows": rows}


def password(bound: BoundField) -> tuple[str, Params]:
    """A password with its show button, in the reader's language. Never shown again."""
    words = {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show password"),
        "hidePasswordAriaLabelText": _("Hide password"),
        "passwordShownAnnouncementText": _("Your password is visible"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
    }
    return "password-input", labelled(bound) | kept_attributes(bound) | words


def choice_items(bound: BoundField, chosen: set[str]) -> list[Params]:
    """The choices as the components take them, with their hints; an empty choice is left out."""
    hints = getattr(bound.field, "hints", {})
    items: list[Params] = []
    for value, label in bound.field.widget.choices:
        if value in ("", None):
            continue
        item: Params = {"value": str(value), "text": str(label), "checked": str(value) in chosen}
        own = OWN_NAMES.get(str(label))
        if own and own != HTML_CODES[current()]:
            # Read aloud as what it is: a choice of language calls each by its own name.
            item["label"] = {"attributes": {"lang": own}}
        if str(value) in hints:
            item["hint"] = {"text": str(hints[str(value)])}
        items.append(item)
    return items


def asked(bound: BoundField) -> Params:
    """A question over several controls: a fieldset with its legend."""
    legend = {"text": optional(bound), "classes": "govuk-fieldset__legend--s"}
    return base(bound) | {"fieldset": {"legend": legend}}


def radios(bound: BoundField) -> tuple[str, Params]:
    """One of a few."""
    items = choice_items(bound, {shown(bound)})
    names = {"idPrefix": bound.auto_id, "name": bound.html_name}
    return "radios", asked(bound) | names | {"items": items}


def checkboxes(bound: BoundField) -> tuple[str, Params]:
    """Any of a few."""
    items = choice_items(bound, {str(v) for v in bound.value() or ()})
    names = {"idPrefix": bound.auto_id, "name": bound.html_name}
    return "checkboxes", asked(bound) | names | {"items": items}


def one_checkbox(bound: BoundField) -> tuple[str, Params]:
    """Yes, by ticking. Its label is the box's, so there is no legend."""
    item = {"value": "on", "text": str(bound.label), "checked": bool(bound.value())}
    names = {"idPrefix": bound.auto_id, "name": bound.html_name}
    return "checkboxes", base(bound) | names | {"items": [item]}


def select(bound: BoundField) -> tuple[str, Params]:
    """One of many: a list that opens."""
    value = shown(bound)
    items = [
        {"value": str(v or ""), "text": str(label), "selected": str(v or "") == value}
        for v, label in bound.field.widget.choices
    ]
    return "select", labelled(bound) | {"items": items}


def file_upload(bound: BoundField) -> tuple[str, Params]:
    """One file or several, as the browser asks for them: no script is needed."""
    many = getattr(bound.field.widget, "allow_multiple_selected", False)
    return "file-upload", labelled(bound) | {"multiple": many}


def date_input(bound: BoundField) -> tuple[str, Params]:
    """Three boxes for a day."""
    words = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    bad = " govuk-input--error" if bound.errors else ""
    items = [
        {
            "name": part,
            "label": words[part],
            "value": typed,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{bad}",
        }
        for part, typed in zip(words, parts_of(bound.value()), strict=True)
    ]
    return "date-input", asked(bound) | {
        "id": bound.auto_id,
        "namePrefix": bound.html_name,
        "items": items,
    }


DRAWERS: tuple[tuple[type[forms.Widget], Any], ...] = (
    (DateParts, date_input),
    (forms.FileInput, file_upload),
    (forms.PasswordInput, password),
    (forms.Textarea, textarea),
    (forms.CheckboxSelectMultiple, checkboxes),
    (forms.RadioSelect, radios),
    (forms.CheckboxInput, one_checkbox),
    (forms.Select, select),
)


def summary_errors(shown_forms: Iterable[Any]) -> list[Params]:
    """Every error of the forms, in the order of the page, each leading to its field."""
    found: list[Params] = []
    for form in shown_forms:
        if not getattr(form, "is_bound", False):
            continue
        found += [{"text": str(error)} for error in form.non_field_errors()]
        for bound in form:
            if bound.errors:
                place = {} if bound.is_hidden else {"href": f"#{first_control(bound)}"}
                found.append({"text": str(bound.errors[0])} | place)
    return found


def first_control(bound: BoundField) -> str:
    """The id of the control that an error leads to."""
    part = "-day" if isinstance(bound.field.widget, DateParts) else ""
    return f"{bound.auto_id}{part}"
