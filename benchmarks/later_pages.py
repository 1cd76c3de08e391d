"""P3: pages that came after the first ones, each by the name of its address; see `pages.py`."""

from datetime import timedelta


def later_pages(page) -> dict[str, list]:
    """Money, contracts, blocks, funds, direct payments, charges, letters and accounts."""
    from django.urls import reverse

    of_one = {"a fund", "a direct payment", "charges of a person", "short-term support"}
    of_one |= {"a service's results"}
    return {
        name: [page(who, reverse(address, args=told))]
        for name, (who, address, told) in (_asked() | _rota()).items()
        if told or name not in of_one  # a small demonstration holds none
    }


def _first(table, column="pk"):
    return tuple(table.objects.order_by("pk").values_list(column, flat=True)[:1])


def _asked() -> dict[str, tuple]:
    """By its name: who reads it, the name of its address, and the number in it."""
    from whatmatters.access.models import Membership
    from whatmatters.blocks.models import Block
    from whatmatters.charging.models import ChargeLine
    from whatmatters.commissioning.models import Contract
    from whatmatters.direct_payments.models import DirectPayment
    from whatmatters.episodes.models import Episode
    from whatmatters.funds.models import Fund
    from whatmatters.payments.models import JournalEntry
    from whatmatters.results.models import ResultAgreed

    held = {m.role: m.user for m in Membership.objects.select_related("user").order_by("-pk")}
    finance, commissioner = held["finance_officer"], held["commissioner"]
    broker, administrator = held["broker"], held["administrator"]

    return {
        "the ledger": (finance, "ledger", ()),
        "an entry of it": (finance, "ledger_entry", _first(JournalEntry)),
        "payees": (finance, "payee_list", ()),
        "contracts": (commissioner, "contract_list", ()),
        "a contract": (commissioner, "contract", _first(Contract)),
        "which way contracts pull": (commissioner, "contract_incentives", ()),
        "ways compared, asked": (commissioner, "compare_models", ()),
        "blocks": (commissioner, "block_list", ()),
        "a block": (commissioner, "block", _first(Block)),
        "a fund": (commissioner, "fund", _first(Fund)),
        "a direct payment": (commissioner, "direct", _first(DirectPayment)),
        "charges of a person": (finance, "charges", _first(ChargeLine, "person_id")),
        "letters": (broker, "letter_list", ()),
        "messages": (commissioner, "message_list", ()),
        "accounts": (administrator, "user_list", ()),
        "payment periods": (finance, "run_calendar", ()),
        "a service's results": (commissioner, "result_scheme", _first(ResultAgreed, "contract_id")),
        "a picture of oneself": (held["care_worker"], "own_picture", ()),
        "short-term support": (commissioner, "episode", _first(Episode)),
    }


def _rota() -> dict[str, tuple]:
    """What a team's member reads: her team's days, and one of them."""
    from whatmatters.rota.models import DayStop, DeliveryPlan, Shift
    from whatmatters.teams.models import TeamMember

    plan = DeliveryPlan.objects.order_by("pk").first()
    if plan is None:
        return {}
    members = TeamMember.objects.filter(team=plan.team_id, worker__user__isnull=False)
    mate = members.filter(worker__job="team member").order_by("pk").first().worker.user
    manager = members.filter(worker__job="provider manager").order_by("pk").first().worker
    stop = DayStop.objects.order_by("-pk").select_related("shift__worker__user").first()
    round_of = {"a round": (stop.shift.worker.user, "home", ())} if stop else {}
    monday = Shift.objects.filter(team=plan.team_id).latest("on").on
    monday -= timedelta(days=monday.weekday())
    on = Shift.objects.filter(team=plan.team_id).latest("on").on.isoformat()
    return {
        "a team's days": (mate, "rota_list", ()),
        "a day of it, not planned": (mate, "rota_day", (plan.team_id, on)),
        "a week of the team": (mate, "rota_week", (plan.team_id, monday.isoformat())),
        "workers and teams": (manager.user, "worker_list", ()),
        "a worker": (manager.user, "worker", (manager.pk,)),
        **round_of,
    }
