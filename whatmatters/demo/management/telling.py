"""The readable end of a demonstration: tables on stdout."""

from rich.console import Console
from rich.table import Table

from whatmatters.demo.management.words import MODELS, OUTCOME_KINDS, OUTCOME_STATES, ROLES, SEES
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
    out.print(f"Digest of all rows (the same seed and date give the same): {done.digest[:16]}")
    out.print(f"Took {done.seconds:.0f} seconds; at most {done.peak_mib:.0f} MiB of memory")
    out.print(_sign_ins(done))
    out.print("Who speaks Welsh reads Welsh at first: “English” stands at the top of every page.")
    if port is None:
        out.print("\nTo see the pages: [bold]python3 do.py serve[/] (or: whatmatters serve)")
    else:
        out.print(f"\nOpen [bold]http://localhost:{port}/[/] and sign in.")


def _outcomes(done: Summary) -> Table:
    table = Table("Kind", "How it stands", "Outcomes", title="Outcomes", title_justify="left")
    for (kind, state), count in done.outcomes.items():
        table.add_row(OUTCOME_KINDS[kind], OUTCOME_STATES[state], str(count))
    return table


def _start(done: Summary) -> str:
    if done.start_days_median is None:
        return "From request to start: nobody has started yet"
    return (
        f"From request to start: half of {done.started} people within "
        f"{done.start_days_median:.0f} days (time and task: about {done.start_days_baseline})"
    )


def _paid(done: Summary) -> Table:
    table = Table("Way of paying", "Ledger entries", "Paid", title="Payments", title_justify="left")
    for row in done.paid:
        table.add_row(MODELS.get(row.model, row.model), str(row.entries), _pounds(row.pence))
    return table


def _pounds(pence: int) -> str:
    sign = "\N{MINUS SIGN}" if pence < 0 else ""
    whole, part = divmod(abs(pence), 100)
    return f"{sign}£{whole:,}.{part:02d}"


def _sign_ins(done: Summary) -> Table:
    """What is typed is never cut, however narrow the window."""
    table = Table(title="Sign-ins", title_justify="left")
    table.add_column("Username", no_wrap=True, min_width=18)
    table.add_column("Password", no_wrap=True, min_width=16)
    table.add_column("Who, and what they see")
    for one in done.sign_ins:
        who = f"{one.name}, {ROLES[one.role]}: {SEES[one.role]}"
        table.add_row(one.username, one.password, who)
    return table
