"""P3: the record, the list of people and the dashboard, each against references written by hand.

    .venv/bin/python benchmarks/pages.py
    .venv/bin/python benchmarks/pages.py --sizes 60x16 240x30 --rounds 9 --times 10
    python3 scripts/private_postgres.py .venv/bin/python benchmarks/pages.py

Makes a demonstration of each size (people x weeks) by the `demo` command in a temporary folder and
asks for each page inside this process, as a signed-in user, arms in turn. CPU is this process and,
on PostgreSQL, its backend (`/proc/<pid>/schedstat`). What the references are: see `page_arms.py`.
The number of statements must be the same at every size and for every person's record of one kind
of reader; the least and the most are told. Writes nothing outside the temporary folder.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]
UNTIL = "2026-11-22"
GOAL = 1.43


def make(folder: str, size: str) -> None:
    """A demonstration of this size, in the folder or in the database of DATABASE_URL."""
    people, weeks = size.split("x")
    command = [sys.executable, "-m", "whatmatters.config.cli", "demo", "--no-serve", "--json"]
    command += ["--people", people, "--weeks", weeks, "--until", UNTIL]
    env = {**os.environ, "WHATMATTERS_DATA": folder}
    done = subprocess.run(command, env=env, cwd=HERE.parents[1], capture_output=True, text=True)
    if not done.stdout.startswith("{"):
        raise SystemExit(f"no demonstration of {size}:\n{done.stderr[-2000:]}")


def measure(size: str, rounds: int, times: int, only: str = "") -> None:
    """Every page of the database that the settings name whose name holds `only`."""
    import django

    django.setup()
    from django.db import connection
    from page_arms import Cpu, Page

    cpu = Cpu()
    print(f"{connection.vendor}, demonstration of {size} (people x weeks):")
    for name, pages in wanted(Page).items():
        if only not in name:
            continue
        told = [page.record() for page in pages]
        least, most = min(n for n, _ in told), max(n for n, _ in told)
        size_kb = max(size for _, size in told) / 1000
        page = pages[-1]
        asks = {"product": page.ask, "orm": page.ask_orm, "cursor": page.ask_cursor}
        spent = {arm: [] for arm in asks}
        for _ in range(rounds):
            gc.collect()
            for arm, seconds in one_round(asks, times, cpu).items():
                spent[arm].append(seconds * 1000)
        middle = {arm: statistics.median(values) for arm, values in spent.items()}
        ratio = {
            arm: statistics.median(p / r for p, r in zip(spent["product"], spent[arm], strict=True))
            for arm in ("orm", "cursor")
        }
        counted = f"{most}" if least == most else f"{least} to {most}"
        print(
            f"  {name}: product {middle['product']:.1f} ms; "
            f"orm {middle['orm']:.1f} ms, ratio {ratio['orm']:.2f}; "
            f"cursor {middle['cursor']:.1f} ms, ratio {ratio['cursor']:.2f} (goal {GOAL}); "
            f"{counted} statements over {len(pages)} addresses, {size_kb:.0f} kB",
            flush=True,
        )


def one_round(asks: dict, times: int, cpu) -> dict[str, float]:
    """CPU seconds of one request in each arm, arms in turn."""
    spent = dict.fromkeys(asks, 0.0)
    for _ in range(times):
        for arm, ask in asks.items():
            began = cpu()
            ask()
            spent[arm] += cpu() - began
    return {arm: seconds / times for arm, seconds in spent.items()}


def wanted(page) -> dict[str, list]:
    """The pages by name; the last address of each is the one whose CPU is measured.

    Records are those of one social worker's own people with a plan, the fullest page last.
    """
    from later_pages import later_pages

    from whatmatters.access.models import Membership
    from whatmatters.outcomes.models import Plan
    from whatmatters.people.models import Assignment
    from whatmatters.teams.models import TeamMember

    planned = set(Plan.objects.values_list("person_id", flat=True))
    cases = {}
    for held in _held(Assignment, planned):
        cases.setdefault(held.user, []).append(held.person_id)
    worker = max(cases, key=lambda user: (len(cases[user]), -user.pk))
    commissioner = Membership.objects.filter(role="commissioner").order_by("pk").first().user
    records = [page(worker, f"/people/{pk}/") for pk in sorted(cases[worker])[:60]]
    records.sort(key=lambda one: len(one.ask().content))
    person = records[-1].address.split("/")[2]
    provider = Plan.objects.order_by("pk").values_list("provider_id", flat=True).first()
    joined = TeamMember.objects.filter(worker__job="team member").order_by("pk").first()
    mate = joined.worker.user
    return {
        "record": records,
        "council list": [page(worker, a) for a in ("/people/?page=2", "/people/")],
        "list, a search": [page(worker, "/people/?q=jones")],
        "dashboard": [page(commissioner, "/dashboard/")],
        "figures, a provider": [page(commissioner, f"/dashboard/providers/{provider}/")],
        "figures, a worker": [page(mate, "/dashboard/mine/")],
        "figures, a team": [page(mate, f"/dashboard/teams/{joined.team_id}/")],
        "figures, one person": [page(commissioner, f"/people/{person}/figures/")],
        "people behind": [page(commissioner, "/dashboard/behind/outcomes_on_track/")],
        **_lists_and_first_pages(page, person),
        **later_pages(page),
    }


def _lists_and_first_pages(page, person: str) -> dict[str, list]:
    """The lists of money and of waiting people, terms tried, and the first page of each role."""
    from whatmatters.access.models import Membership
    from whatmatters.payments.models import PaymentRun, Remittance
    from whatmatters.people.models import PersonLink

    holders = {m.role: m.user for m in Membership.objects.select_related("user").order_by("-pk")}
    finance, broker = holders["finance_officer"], holders["broker"]
    herself = PersonLink.objects.filter(kind="self", person_id=person).order_by("pk").first()
    kin = PersonLink.objects.filter(kind="family").order_by("pk").first()
    run = PaymentRun.objects.filter(state="released").order_by("pk").first()
    return {
        "first page, herself": [page(herself.user, "/")],
        "first page, family": [page(kin.user, "/")],
        "what family know": [page(kin.user, f"/people/{kin.person_id}/what-i-know/")],
        "first page, manager": [page(holders["provider_manager"], "/")],
        "first page, broker": [page(broker, "/")],
        "first page, finance": [page(finance, "/")],
        "people waiting": [page(broker, "/waiting/")],
        "runs": [page(finance, a) for a in ("/payments/runs/?page=2", "/payments/runs/")],
        "a run": [page(finance, f"/payments/runs/{run.pk}/")],
        "statements": [
            page(finance, a) for a in ("/payments/statements/?page=2", "/payments/statements/")
        ],
        "a statement": [page(finance, f"/payments/statements/{Remittance.objects.first().pk}/")],
        "terms tried": [page(finance, "/terms/try/")],
    }


def _held(assignments, planned: set[int]):
    """Who of those in a team works with whom now, in the order in which they began."""
    rows = assignments.objects.filter(ends=None, person_id__in=planned)
    of_council = rows.filter(user__memberships__role="social_worker").distinct()
    return of_council.order_by("pk").select_related("user")


def main() -> int:
    """Make each demonstration, then measure it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=["60x16", "240x30"])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--times", type=int, default=5, help="requests of each arm in a round")
    parser.add_argument("--made", help="measure this data folder, make nothing")
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    asked = parser.parse_args()
    shape = ["--rounds", str(asked.rounds), "--times", str(asked.times), "--only", asked.only]
    if asked.made:
        os.environ["WHATMATTERS_DATA"] = asked.made
        os.environ["DJANGO_SETTINGS_MODULE"] = "whatmatters.config.settings"
        from whatmatters.records.standing import across_councils

        with across_councils():
            measure(asked.sizes[0], asked.rounds, asked.times, asked.only)
        return 0
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(folder, size)
            command = [sys.executable, str(HERE), "--made", folder, "--sizes", size, *shape]
            subprocess.run(command, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
