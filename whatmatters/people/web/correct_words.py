"""What the parts of who somebody is are called where they are put right."""

from django.utils.translation import gettext_lazy

from whatmatters.rules.people import Language

TITLES = {
    "full_name": gettext_lazy("Full name"),
    "known_as": gettext_lazy("Called"),
    "born": gettext_lazy("Date of birth"),
    "language": gettext_lazy("Language"),
    "disabled": gettext_lazy("Disabled"),
    "postcode": gettext_lazy("Home"),
}
LANGUAGES = {
    Language.WELSH: gettext_lazy("Welsh"),
    Language.ENGLISH: gettext_lazy("English"),
    Language.OTHER: gettext_lazy("Another language, or signs"),
}
