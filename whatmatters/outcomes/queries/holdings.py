"""What of `outcomes` may be taken out: her words, what she wants, her plans, how it went."""

from django.db.models import BigIntegerField, Case, Q, Value, When

from whatmatters.outcomes import models as m
from whatmatters.records.holdings import Holding
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject

HERS = ("person_id",)
A = Action


def _plan(model: type, way: str, needs: Action = A.SEE_PLAN, **more: object) -> Holding:
    """A table below a plan: hers by the plan's person, a provider's by the plan's provider."""
    ways = {"person": (f"{way}person_id",), "provider": (f"{way}provider_id",)}
    return Holding(model, needs=needs, **ways, **more)  # type: ignore[arg-type]


def _aim(model: type, way: str) -> Holding:
    """A table below an outcome: a provider's where the outcome stands in a plan of its own."""
    provider = (f"{way}in_plans__version__plan__provider_id",)
    return Holding(model, (f"{way}person_id",), A.SEE_OUTCOMES, provider=provider)


WITH_ANSWER = ("answer__provider_id",)
VERSION, JUDGED = "version__plan__", "judgement__version__plan__"
SEALED = {"needs": A.SEE_JUDGEMENTS, "judgement": "judgement_id"}

# A plan that is paid as a block has no price of its own, which is not a price of nothing.
AS_BLOCK = Q(plan__contract__model=patch_block.name)
PRICED = {
    "price": Case(When(~AS_BLOCK, then="price"), output_field=BigIntegerField()),
    "paid_as": Case(When(AS_BLOCK, then=Value("block")), default=Value("")),
}

HOLDINGS = (
    Holding(m.Demand, HERS, A.SEE_OUTCOMES),
    Holding(m.Referral, HERS, A.SEE_OUTCOMES),
    Holding(m.ReferralStep, ("referral__person_id",), A.SEE_OUTCOMES),
    Holding(m.EligibilityDecision, HERS, A.SEE_OUTCOMES),
    Holding(m.UnmatchedNeed, HERS, A.SEE_OUTCOMES),
    Holding(m.Conversation, HERS, A.SEE_CONVERSATIONS),
    Holding(
        m.Statement,
        ("conversation__person_id",),
        A.SEE_CONVERSATIONS,
        kept=KeptSubject.STATEMENT,
    ),
    _aim(m.Outcome, ""),
    _aim(m.OutcomeMove, "outcome__"),
    _aim(m.PayableReason, "outcome__"),
    _aim(m.ProgressNote, "outcome__"),
    _aim(m.OffTrack, "outcome__"),
    _plan(m.Plan, ""),
    _plan(m.PlanVersion, "plan__", without=frozenset({"lock"}), instead=PRICED),
    _plan(m.PlanMove, VERSION),
    _plan(m.PlanLine, VERSION),
    _plan(m.PlanOutcome, VERSION),
    _plan(m.LineServes, f"line__{VERSION}"),
    _plan(m.PlanAnswer, VERSION),
    _plan(m.UrgentStart, VERSION),
    _plan(m.RouteChoice, VERSION),
    _plan(m.Gap, VERSION, place=frozenset({"ward"})),
    _plan(m.SmallChange, VERSION, A.SEE_TIMELINE),
    _plan(m.UnchangedAnswer, VERSION),
    _plan(m.UnchangedWords, f"answer__{VERSION}"),
    _plan(m.ExceptionRaised, VERSION, A.SEE_TIMELINE),
    _plan(m.ExceptionMove, f"exception__{VERSION}", A.SEE_TIMELINE),
    Holding(m.TimelineNote, HERS, A.SEE_TIMELINE, kept=KeptSubject.NOTE),
    _plan(m.Judgement, VERSION, A.SEE_JUDGEMENTS),
    _plan(m.OutcomeAnswer, JUDGED, **SEALED),  # type: ignore[arg-type]
    _plan(m.Finding, JUDGED, **SEALED),  # type: ignore[arg-type]
    _plan(m.PersonSatisfaction, JUDGED, **SEALED),  # type: ignore[arg-type]
    _plan(m.FamilyView, JUDGED, **SEALED),  # type: ignore[arg-type]
    Holding(m.ControlAnswer, HERS, A.SEE_JUDGEMENTS, provider=("provider_id",)),
    Holding(m.ControlWords, ("answer__person_id",), A.SEE_JUDGEMENTS, provider=WITH_ANSWER),
)
