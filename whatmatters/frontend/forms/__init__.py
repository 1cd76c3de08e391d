"""Forms asked the GOV.UK way: one base, a few fields, and how each is drawn."""

from whatmatters.frontend.forms.base import PageForm, say_which
from whatmatters.frontend.forms.dates import DateField
from whatmatters.frontend.forms.fields import OneOf, SomeOf, WordsField
from whatmatters.frontend.forms.kept import Kept, kept
from whatmatters.frontend.forms.money import MoneyField

__all__ = [
    "DateField",
    "Kept",
    "MoneyField",
    "OneOf",
    "PageForm",
    "SomeOf",
    "WordsField",
    "kept",
    "say_which",
]
