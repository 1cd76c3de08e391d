"""What a refused place says to the one who typed the command."""

from django.utils.translation import gettext as _

from whatmatters.rules.refusals import Refusal


def sentence(refusal: Refusal) -> str:
    """The refusal in the user's language: which file, which row, what was expected."""
    sentences = {
        "locality_unknown": _("There is no place called %(name)s here. Places: %(known)s."),
        "locality_not_single": _(
            "The folder %(folder)s must hold lsoa_NAME.geojson for one place, or name the place. "
            "Found: %(found)s."
        ),
        "locality_file_missing": _("The file %(file)s is missing from the folder %(folder)s."),
        "locality_bad_file": _(
            "The file %(file)s cannot be used. Row %(row)s (0 is the file itself): "
            "expected %(expected)s, found %(found)s."
        ),
    }
    return sentences[refusal.code] % refusal.params
