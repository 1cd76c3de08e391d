"""A refusal is an exception named for what was refused. It carries a message id, never prose."""


class Refusal(Exception):
    """Something that the rules do not allow. `code` is a message id, `params` fill it in."""

    code = "refused"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code)
        self.params = params

    def __str__(self) -> str:
        told = ", ".join(f"{k}={v}" for k, v in self.params.items())
        return f"{self.code}({told})"


class Absent(Refusal):
    """There is no such row in this council: Absent(what=, id=).

    A row of another council is refused in the same words, so that nobody learns that it exists.
    """

    code = "absent"
