"""The readable end of a demonstration: tables on stdout."""

from rich.console import Console
from rich.table import Table

from whatmatters.demo.summary import Summary

out = Console(highlight=False)


def tell(done: Summary, port: int | None) -> None:
    """People, outcomes, days to start, payments, proof, address, sign-ins."""
    out.print(f"\n[bold]{done.place}[/]: {done.people} invented people, {done.days} days")
    out.print("The map is real. The council, providers, people and figures on it are invented.")
    out.print(_outcomes(done))
    out.print(_start(done))
    out.print(_paid(done))
    ledger = "whole" if done.ledger_ok else "NOT WHOLE"
    out.print(f"Ledger: {ledger}, {done.ledger_entries} entries, head {done.ledger_head[:12]}")
    out.print(f"Digest of all rows: {done.digest[:16]}")
    out.print(f"Took {done.seconds:.0f} seconds; at most {done.peak_mib:.0f} MiB of memory")
    out.print(_sign_ins(done))
    if port is not None:
        out.print(f"\nOpen [bold]http://localhost:{port}/[/] and sign in.")


def _outcomes(done: Summary) -> Table:
    table = Table("Kind", "State", "Outcomes", title="Outcomes", title_justify="left")
    for (kind, state), count in done.outcomes.items():
        table.add_row(kind, state.replace("_", " "), str(count))
    return table


def _start(done: Summary) -> str:
    if done.start_days_median is None:
        return "From request to start: nobody has started yet"
    return (
        f"From request to start: median {done.start_days_median:.0f} days of {done.started} "
        f"people (time and task: about {done.start_days_baseline} days)"
    )


def _paid(done: Summary) -> Table:
    table = Table("Way of paying", "Ledger entries", "Pounds", title="Paid", title_justify="left")
    for row in done.paid:
        table.add_row(row.model.replace("_", " "), str(row.entries), f"{row.pence / 100:,.2f}")
    return table


def _sign_ins(done: Summary) -> Table:
    table = Table("Role", "Username", "Password", "Who", title="Sign-ins", title_justify="left")
    for one in done.sign_ins:
        table.add_row(one.role.replace("_", " "), one.username, one.password, one.name)
    return table
