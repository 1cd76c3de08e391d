"""A setting that may be left open, told beside its question (R-TE-02)."""

from django.utils.translation import get_language, gettext

from whatmatters.policy.queries import Setting


def explained(one: Setting, value: str) -> str:
    """What holds without an answer (`value`), why, whose tradition, and its risk."""
    welsh = (get_language() or "").startswith("cy")
    why, tradition, risk = (
        (one.why_cy, one.tradition_cy, one.risk_cy) if welsh else (one.why, one.tradition, one.risk)
    )
    told = {"value": value, "why": why, "tradition": tradition, "risk": risk}
    return (
        gettext(
            "Without an answer: as the contract says, otherwise %(value)s. %(why)s "
            "Tradition: %(tradition)s. Known risk: %(risk)s"
        )
        % told
    )
