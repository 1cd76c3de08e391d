"""What is asked about how somebody may be written to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, SomeOf, WordsField
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language

LONGEST = 1000


class ContactForm(PageForm):
    """Where to, in which language, and what must never be used."""

    channel = OneOf(
        label=_("How should news be sent?"),
        choices=[
            (str(Channel.POST), _("A letter by post")),
            (str(Channel.EMAIL), _("An e-mail"), _("It only says that there is news to read.")),
            (
                str(Channel.IN_PERSON),
                _("Nothing in writing"),
                _("Somebody who works with you tells you."),
            ),
        ],
    )
    address = WordsField(
        label=_("Address to use for letters"),
        help_text=_("Where a letter is safe. It need not be where you live."),
        required=False,
        max_length=LONGEST,
        rows=4,
    )
    email = forms.EmailField(
        label=_("E-mail address to use"),
        help_text=_("One that nobody else reads."),
        required=False,
        max_length=254,
    )
    unsafe = WordsField(
        label=_("Addresses never to use"),
        help_text=_("A street or an e-mail address, one a line. Nothing is ever sent there."),
        required=False,
        max_length=LONGEST,
        rows=3,
    )
    avoided = WordsField(
        label=_("Words never to use"),
        help_text=_(
            "One a line, such as the council’s name. They will stand on no envelope and in no "
            "letter or e-mail."
        ),
        required=False,
        max_length=LONGEST,
        rows=3,
    )
    hours = forms.CharField(label=_("When is it safe to ring?"), required=False, max_length=200)
    language = OneOf(
        label=_("Language of what is sent"),
        choices=[(str(Language.WELSH), "Cymraeg"), (str(Language.ENGLISH), "English")],
    )
    more = SomeOf(
        label=_("And"),
        choices=[
            ("large_print", _("In large print")),
            ("statements", _("Tell me when my support has been paid for")),
        ],
        required=False,
    )

    def contact(self) -> Contact:
        """What was chosen, from a form that is valid."""
        told = self.cleaned_data
        return Contact(
            channel=Channel(told["channel"]),
            address=told["address"],
            email=told["email"],
            unsafe=tuple(told["unsafe"].splitlines()),
            avoided=tuple(told["avoided"].splitlines()),
            hours=told["hours"],
            language=Language(told["language"]),
            large_print="large_print" in told["more"],
            statements="statements" in told["more"],
        )


def initial(contact: Contact) -> dict[str, Any]:
    """The form's values of a choice in use."""
    flags = {"large_print": contact.large_print, "statements": contact.statements}
    return {
        "channel": str(contact.channel),
        "address": contact.address,
        "email": contact.email,
        "unsafe": "\n".join(contact.unsafe),
        "avoided": "\n".join(contact.avoided),
        "hours": contact.hours,
        "language": str(contact.language),
        "more": [name for name, chosen in flags.items() if chosen],
    }
