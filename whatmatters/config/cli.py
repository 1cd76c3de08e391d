"""The `whatmatters` command: each context brings its own verbs, this file only assembles them."""

import os

import typer


def assemble() -> typer.Typer:
    """All verbs of all contexts. Django is set up first, since verbs import rows."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whatmatters.config.settings")
    django.setup()
    return typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)


def main() -> None:
    """Entry point of the installed command."""
    assemble()()
