"""What a browser calls itself, in words that somebody recognises: "Firefox, Windows"."""

from django.utils.translation import gettext as _

# The first that is found counts: Edge and Opera also call themselves Chrome, and Chrome Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("FxiOS/", "Firefox"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device(agent: str) -> str:
    """The browser and the machine; words of our own where neither is known."""
    known = [next((name for mark, name in table if mark in agent), "") for table in TABLES]
    return ", ".join(name for name in known if name) or _("A browser we do not know")


TABLES = (BROWSERS, SYSTEMS)
