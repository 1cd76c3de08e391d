"""How an episode ended, in words."""

from django.utils.translation import gettext as _


def end_state_text(code: object) -> str:
    """The words of an end state; its code where there are none."""
    words = {
        "independent": _("manages without support"),
        "same": _("the same as before"),
        "smaller": _("a smaller package"),
        "larger": _("a larger package"),
        "readmitted": _("back in hospital"),
        "died": _("died"),
        "other": _("something else"),
        "unknown": _("not known"),
    }
    return words.get(str(code), str(code))
