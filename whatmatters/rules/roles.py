"""Who may hold which set of permissions. A role is a permission set, not a job title."""

from enum import StrEnum


class Role(StrEnum):
    """Permission sets (requirements, section 2); one human may hold several."""

    PERSON = "person"
    FAMILY = "family"
    CARE_WORKER = "care_worker"
    TEAM_MEMBER = "team_member"
    PROVIDER_MANAGER = "provider_manager"
    SOCIAL_WORKER = "social_worker"
    BROKER = "broker"
    COMMISSIONER = "commissioner"
    FINANCE_OFFICER = "finance_officer"
    SCRUTINY = "scrutiny"
    REGULATOR = "regulator"
    PLANNER = "planner"
    EVALUATOR = "evaluator"
    COORDINATOR = "coordinator"
    HEALTH_COMMISSIONER = "health_commissioner"
    NURSE = "nurse"
    THERAPIST = "therapist"
    GP = "gp"
    VOLUNTEER_COORDINATOR = "volunteer_coordinator"
    HOUSING_OFFICER = "housing_officer"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


class OrganisationKind(StrEnum):
    """What kind of body an organisation is."""

    COUNCIL = "council"
    HEALTH_BOARD = "health_board"
    PROVIDER = "provider"
    THIRD_SECTOR = "third_sector"
    HOUSING = "housing"
    # One person's own account for a direct payment: it is paid, and nobody works for it.
    ACCOUNT = "account"


class Origin(StrEnum):
    """Whether a record is real, published or synthetic; shown wherever it is shown."""

    REAL = "real"
    PUBLISHED = "published"
    SYNTHETIC = "synthetic"


class InstallationKind(StrEnum):
    """Whether a database holds real people, or everybody in it is invented."""

    LIVE = "live"
    DEMO = "demo"
