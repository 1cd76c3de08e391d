"""Questions about who somebody is here, what they may do, and what they did."""

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.actors import acting, actor_for, actors_for, council_of
from whatmatters.access.queries.audit_proof import AuditProof, verify_audit
from whatmatters.access.queries.installation import InstallationFacts, installation, is_demo
from whatmatters.access.queries.looks import Look, looks_at
from whatmatters.access.queries.relationships import (
    Sight,
    may,
    may_in_council,
    own_organisation_only,
    people_allowed,
    register_openings,
    register_relationship,
    sight_of,
)

__all__ = [
    "Actor",
    "AuditProof",
    "InstallationFacts",
    "Look",
    "Sight",
    "acting",
    "actor_for",
    "actors_for",
    "council_of",
    "installation",
    "is_demo",
    "looks_at",
    "may",
    "may_in_council",
    "own_organisation_only",
    "people_allowed",
    "register_openings",
    "register_relationship",
    "sight_of",
    "verify_audit",
]
