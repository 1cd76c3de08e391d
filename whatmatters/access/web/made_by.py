"""Who made a print or a file, and when: a mark that stays on it (threat 15)."""

from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.access.web.role_words import signed_in_as
from whatmatters.frontend.templatetags.wm import moment


def made_by(actor: Actor, at: datetime) -> str:
    """The name and the roles of whoever made it, and the moment by London's clock."""
    return f"{signed_in_as(actor)}, {moment(at)}"
