"""The `whatmatters` command: each context brings its own verbs, this file only assembles them."""

import os
import sys

import typer

NOT_MIGRATED = 2
MISSING = frozenset({"42P01", "42703"})  # PostgreSQL: undefined table, undefined column


def assemble() -> typer.Typer:
    """All verbs of all contexts. Django is set up first, since verbs import rows."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whatmatters.config.settings")
    django.setup()
    from whatmatters.access.management import user
    from whatmatters.commissioning.management import assess
    from whatmatters.comparing import management as comparing
    from whatmatters.config import showing
    from whatmatters.config.verbs import backup, doctor, migrate, restore, serve, tick
    from whatmatters.demo.management import demo
    from whatmatters.exchange.management import register, taking_in, taking_out
    from whatmatters.payments import management as payments
    from whatmatters.retention import management as keeping
    from whatmatters.rota.management import rota

    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
    app.callback()(stand)
    verbs = (
        migrate,
        serve,
        tick,
        backup,
        restore,
        doctor,
        assess,
        user,
        payments,
        comparing,
        taking_in,
        taking_out,
        register,
        keeping,
        rota,
    )
    for verb in verbs:
        verb.register(app)
    demo.register(app, prepare=showing.prepare, serve=showing.show)
    return app


def stand(context: typer.Context) -> None:
    """Commissioning home care by outcomes."""
    from whatmatters.records.standing import across_councils

    # Whoever has this terminal acts as the system: its verbs say themselves of which council.
    context.with_resource(across_councils())


def lacks_something(error: Exception) -> bool:
    """Whether a database refused because a table or a column is not there."""
    refused = getattr(error.__cause__, "sqlstate", "")
    return refused in MISSING or str(error).startswith("no such ")


def main() -> None:
    """Entry point of the installed command. A database without tables is told by name."""
    verbs = assemble()
    from django.db.utils import OperationalError, ProgrammingError

    from whatmatters.config.migrating import pending

    try:
        verbs(prog_name="whatmatters")
    except (OperationalError, ProgrammingError) as error:
        # Any other fault of a database, and of migrating it, is told as it is.
        if not lacks_something(error) or not pending():
            raise
        typer.echo("This database is not up to date. Run `whatmatters migrate` first.", err=True)
        sys.exit(NOT_MIGRATED)


if __name__ == "__main__":
    main()
