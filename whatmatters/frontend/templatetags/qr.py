"""The square that an authenticator app scans, redrawn without inline style or a data: address."""

from collections.abc import Mapping
from xml.etree import ElementTree

from django import template

register = template.Library()
PATH = "{http://www.w3.org/2000/svg}path"


@register.inclusion_tag("frontend/parts/qr_code.html")
def qr_code(drawn: str) -> Mapping[str, str]:
    """The one path of the drawing that allauth makes; nothing when it is not such a drawing."""
    try:
        root = ElementTree.fromstring(drawn)
    except ElementTree.ParseError:
        return {"path": ""}
    path = root.find(f".//{PATH}")
    view_box = root.get("viewBox", "")
    return {"path": path.get("d", "") if path is not None else "", "view_box": view_box}
