"""What an administrator is asked."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.account_events import About
from whatmatters.access.queries.charge import Charge
from whatmatters.access.queries.directory import Shown
from whatmatters.access.web.administering.words import ABOUT, REASONS
from whatmatters.access.web.role_words import DESCRIPTIONS, NAMES
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.listing import ListForm
from whatmatters.rules.accounts import TO_END, TO_GIVE, RecoveryKind, RoleReason

LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]


def why(label: Any, reasons: tuple[RoleReason, ...]) -> OneOf:
    """The reason, of a few: it is kept in the audit trail, where no free text may stand."""
    return OneOf(label=label, choices=[(str(r), REASONS[r]) for r in reasons])


class RoleChoice(PageForm):
    """A role of the administrator's own body."""

    role = OneOf(label=_("Role"), choices=[])

    def __init__(self, *args: Any, charge: Charge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, OneOf)
        field.choices = [(str(r), NAMES[r]) for r in charge.roles]
        field.hints = {str(r): DESCRIPTIONS[r] for r in charge.roles}


class NewUserForm(RoleChoice):
    """Somebody new."""

    name = forms.CharField(
        label=_("Name"), help_text=_("The name that others see."), max_length=200
    )
    username = forms.CharField(
        label=_("User name"),
        help_text=_("What they type to sign in. Small letters; it cannot be changed later."),
        max_length=150,
        validators=[
            UnicodeUsernameValidator(message=_("Use letters, figures and . - _ only, no spaces"))
        ],
    )
    language = OneOf(label=_("Language of their pages"), choices=LANGUAGES)
    starts = DateField(label=_("First day in the role"))
    why = why(_("Why do they need an account?"), TO_GIVE)

    field_order = ["name", "username", "language", "role", "starts", "why"]


class GiveRoleForm(RoleChoice):
    """One more role, from a day, perhaps to a day."""

    starts = DateField(label=_("First day in the role"))
    ends = DateField(label=_("Last day in the role"), required=False)
    why = why(_("Why do they get this role?"), TO_GIVE)


class EndRoleForm(PageForm):
    """The last day of a role."""

    on = DateField(label=_("Last day in the role"))
    why = why(_("Why does the role end?"), TO_END)


class CloseForm(PageForm):
    """Why an account is closed."""

    why = why(
        _("Why is the account closed?"),
        (RoleReason.LEFT, RoleReason.BY_MISTAKE, RoleReason.SAFETY),
    )


class OpenForm(PageForm):
    """Why an account is opened again."""

    why = why(_("Why is the account opened again?"), (RoleReason.COMES_BACK, RoleReason.BY_MISTAKE))


class RecoverForm(PageForm):
    """What was lost."""

    kind = OneOf(
        label=_("What have they lost?"),
        choices=[
            (
                str(RecoveryKind.PASSWORD),
                _("The password"),
                _("Their authenticator app or key still works, and is asked for as before."),
            ),
            (
                str(RecoveryKind.SECOND_STEP),
                _("The telephone or key of the second step"),
                _("They choose a new password, and set up the second step anew."),
            ),
        ],
    )


class ConfirmForm(PageForm):
    """Whether it is the user who asks."""

    answer = OneOf(
        label=_("Have you spoken with them yourself, and is it they who ask?"),
        choices=[
            (
                "yes",
                _("Yes, I know that it is they"),
                _("You are then shown your half of the code."),
            ),
            ("no", _("No, or I am not sure"), _("The account stays as it is.")),
        ],
    )


class NameForm(PageForm):
    """What the body is called."""

    name_en = forms.CharField(label=_("Name in English"), max_length=200)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=200)


class FindForm(ListForm):
    """Which accounts a list shows; read from the address."""

    q = forms.CharField(label=_("Search by name or user name"), required=False, max_length=100)
    shown = forms.ChoiceField(
        label=_("Which accounts"),
        required=False,
        choices=[
            (str(Shown.NOW), _("With a role now or soon")),
            (str(Shown.CLOSED), _("Closed")),
            (str(Shown.ALL), _("All")),
        ],
    )


class TrailForm(ListForm):
    """Which events a list shows; read from the address."""

    about = forms.ChoiceField(
        label=_("About what"),
        required=False,
        choices=[("", _("Everything")), *((str(a), ABOUT[a]) for a in About)],
    )
    who = forms.IntegerField(required=False, min_value=1, max_value=2**62)
