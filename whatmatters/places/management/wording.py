"""What a refused place says to the one who typed the command."""

from django.utils.translation import gettext as _

from whatmatters.places.queries.refusals import Expected
from whatmatters.rules.refusals import Refusal


def sentence(refusal: Refusal) -> str:
    """The refusal in the user's language: which file, which row, what was expected.

    A refusal that is not about a place is told by its code.
    """
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
    if refusal.code not in sentences:
        return str(refusal)
    params = dict(refusal.params)
    if "expected" in params:
        params["expected"] = _expected(Expected(str(params["expected"])), str(params["name"]))
    return sentences[refusal.code] % params


def _expected(what: Expected, name: str) -> str:
    """What was expected, as part of a sentence."""
    phrases = {
        Expected.GZIPPED_CSV: _("a gzipped CSV file in UTF-8"),
        Expected.COLUMNS: _("the columns %(name)s"),
        Expected.GEOJSON: _("GeoJSON"),
        Expected.FEATURES: _("a list of features"),
        Expected.PROPERTIES: _("a feature with properties"),
        Expected.PROPERTY: _("the property %(name)s"),
        Expected.POLYGON: _("a polygon in degrees, longitude first"),
        Expected.ONCE: _("each %(name)s once only"),
        Expected.SMALL_AREA: _("the code of a small area (LSOA 2021) of England or Wales"),
        Expected.SAME_COUNCIL: _("an area of the same council (%(name)s)"),
        Expected.MSOA: _("the neighbourhood (MSOA) %(name)s"),
        Expected.KNOWN_SMALL_AREA: _("a small area that is in the boundary file"),
        Expected.POSTCODE: _("a postcode"),
        Expected.DEGREES: _("%(name)s in degrees"),
        Expected.WHOLE_NUMBER: _("a whole number"),
    }
    return phrases[what] % {"name": name}
