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
