"""A unique key that says by name what is already there."""

from types import TracebackType

from django.db import IntegrityError, transaction

from whatmatters.commissioning.queries.refusals import AlreadyFromThatDay


class once:  # noqa: N801 - reads as a word in a with-statement
    """A savepoint whose unique key says what is already there."""

    def __init__(self, **params: object) -> None:
        self.params = params
        self.savepoint = transaction.atomic()

    def __enter__(self) -> None:
        self.savepoint.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.savepoint.__exit__(kind, error, trace)
        if kind is not None and issubclass(kind, IntegrityError):
            raise AlreadyFromThatDay(**self.params)
