"""A figure in an address: one of the register, or there is no such page."""

from whatmatters.policy.measures import measures


class FigureConverter:
    """The key of a figure, which opens to the cases behind it."""

    regex = "[a-z0-9_]+"

    def to_python(self, value: str) -> str:
        """The key. ValueError, and so 404, for anything else."""
        if value not in measures():
            raise ValueError(value)
        return value

    def to_url(self, value: object) -> str:
        """The key as it stands in the address."""
        return str(value)
