"""A body's own identity provider, and for whom it may speak."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """One identity provider, and for whom it may speak.

    `claim` names the user: its value is the name to sign in by here. `second_factor` are the values
    of `amr` or `acr` that count as a second factor; none: ours is asked for as well. It speaks for
    the people of one body alone: `organisation`, or the council itself where it is "".
    """

    id: str
    server: str
    client_id: str
    client_secret: str
    council: str
    organisation: str = ""
    claim: str = "preferred_username"
    second_factor: tuple[str, ...] = ()
    name_en: str = ""
    name_cy: str = ""

    @property
    def origin(self) -> str:
        """Scheme, host and port: where a browser is sent to."""
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"
