"""Whose words they are, as every form asks it: of somebody, and of oneself."""

from django.utils.translation import gettext_lazy as _

from whatmatters.rules.people import Speaker

SPEAKERS = [
    (str(Speaker.OWN_WORDS), _("Their own words")),
    (str(Speaker.SUPPORTED), _("Their words, said with support"), _("Pictures, an interpreter, …")),
    (
        str(Speaker.OBSERVED),
        _("What I saw"),
        _("Not their words. For somebody who cannot say it, or to stand beside what they say."),
    ),
    (
        str(Speaker.PROXY),
        _("Somebody else’s words about them"),
        _("A daughter, a friend, an advocate. Their name stands with it."),
    ),
]
MINE = [
    (str(Speaker.OWN_WORDS), _("My own words")),
    (str(Speaker.SUPPORTED), _("My words: somebody helped me to say them")),
]
