"""`whatmatters demo`: a real place with invented people, lived through and then shown."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from whatmatters.demo.calendar import LONDON, calendar_of
from whatmatters.demo.handing_over import hand_over
from whatmatters.demo.living import live
from whatmatters.demo.management.telling import tell
from whatmatters.demo.stage.setting import Wanted, set_stage
from whatmatters.demo.summary import Summary, summary
from whatmatters.demo.world import World
from whatmatters.places.management.wording import sentence
from whatmatters.places.queries import read_locality
from whatmatters.rules.refusals import Refusal

DEFAULT_PEOPLE = 240
DEFAULT_WEEKS = 30

Prepare = Callable[[], str | None]
Serve = Callable[[int], int]
err = Console(stderr=True, highlight=False)


def live_through(wanted: Wanted) -> Summary:
    """Set the stage and live every day, with a progress bar on stderr."""
    began = time.monotonic()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=err
    ) as bar:
        task = bar.add_task("Setting the stage", total=wanted.calendar.length)
        world = set_stage(wanted)

        def each_day(day: date) -> None:
            bar.update(task, advance=1, description=_told(world, day))

        live(world, each_day)
        sign_ins = hand_over(world)
    seconds = time.monotonic() - began
    return summary(world, sign_ins, place=wanted.locality.name_en, seconds=seconds)


def _told(world: World, day: date) -> str:
    plans, closes = world.seen["agreed"], world.seen["close"]
    return f"{day:%d %b %Y}: {plans} plans agreed, {closes} payments made"


def wanted_from(
    *,
    locality: str,
    locality_dir: Path | None,
    people: int,
    weeks: int,
    until: datetime | None,
    seed: int,
) -> Wanted:
    """What was asked for; a place that cannot be read is refused by name."""
    last = until.date() if until else datetime.now(LONDON).date()
    place = read_locality(None if locality_dir else locality, locality_dir)
    return Wanted(place, people, seed, calendar_of(until=last, weeks=weeks))


def register(app: typer.Typer, *, prepare: Prepare, serve: Serve) -> None:
    """Add the verb. `prepare` empties the database or says why not; `serve` shows the pages."""

    @app.command()
    def demo(
        locality: Annotated[str, typer.Option(help="gwynedd, leeds, oldham ...")] = "gwynedd",
        locality_dir: Annotated[Path | None, typer.Option(help="A folder of another place")] = None,
        people: Annotated[int, typer.Option(min=1)] = DEFAULT_PEOPLE,
        weeks: Annotated[int, typer.Option(min=4)] = DEFAULT_WEEKS,
        until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
        seed: Annotated[int, typer.Option(help="The same seed lives the same lives")] = 1,
        port: Annotated[int, typer.Option(help="Where the pages are shown")] = 8000,
        no_serve: Annotated[bool, typer.Option("--no-serve")] = False,
        as_json: Annotated[bool, typer.Option("--json")] = False,
    ) -> None:
        """A real place with invented people, lived through week by week, then shown."""
        try:
            wanted = wanted_from(
                locality=locality,
                locality_dir=locality_dir,
                people=people,
                weeks=weeks,
                until=until,
                seed=seed,
            )
        except Refusal as refusal:
            _refuse(sentence(refusal))
        fault = prepare()
        if fault:
            _refuse(fault)
        done = live_through(wanted)
        _print(done, as_json, None if no_serve else port)
        whole = people >= DEFAULT_PEOPLE and weeks >= DEFAULT_WEEKS
        if not done.ledger_ok or (whole and done.missing):
            _refuse(f"The demonstration is not whole: {', '.join(done.missing) or 'ledger'}")
        if not no_serve:
            raise typer.Exit(serve(port))


def _print(done: Summary, as_json: bool, port: int | None) -> None:
    if as_json:
        typer.echo(json.dumps(_plain(done), ensure_ascii=False))
    else:
        tell(done, port)


def _plain(done: Summary) -> dict[str, Any]:
    told = asdict(done)
    told["outcomes"] = [
        {"kind": kind, "state": state, "count": count}
        for (kind, state), count in done.outcomes.items()
    ]
    return told


def _refuse(reason: str) -> NoReturn:
    err.print(reason, style="bold red", markup=False)
    raise typer.Exit(1)
