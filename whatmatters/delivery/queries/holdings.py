"""What of `delivery` may be taken out."""

from whatmatters.delivery.models import (
    BankMovement,
    BankPurpose,
    Bundle,
    BundleDay,
    HospitalStay,
    LegacyPackage,
    MovementProposal,
    OverAgreed,
    PackageMirror,
    PackageVisit,
    RightSizeAnswer,
)
from whatmatters.records.holdings import Holding
from whatmatters.rules.permissions import Action

HOLDINGS = (
    Holding(HospitalStay, ("person_id",), Action.SEE_TIMELINE),
    Holding(LegacyPackage, ("person_id",), Action.SEE_PLAN, provider=("contract__provider_id",)),
    Holding(
        PackageVisit,
        ("package__person_id",),
        Action.SEE_PLAN,
        provider=("package__contract__provider_id",),
    ),
    Holding(
        PackageMirror,
        ("package__person_id",),
        Action.SEE_PLAN,
        provider=("package__contract__provider_id",),
    ),
    Holding(Bundle, ("person_id",), Action.SEE_PLAN, provider=("contract__provider_id",)),
    *(
        Holding(
            table,
            ("bundle__person_id",),
            Action.SEE_PLAN,
            provider=("bundle__contract__provider_id",),
        )
        for table in (BundleDay, BankMovement, MovementProposal, OverAgreed, RightSizeAnswer)
    ),
    Holding(
        BankPurpose,
        ("movement__bundle__person_id",),
        Action.SEE_PLAN,
        provider=("movement__bundle__contract__provider_id",),
    ),
)
