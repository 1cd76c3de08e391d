"""Plain words for codes at the end of a demonstration."""

OUTCOME_KINDS = {"improvement": "Getting better at something", "maintenance": "Keeping something"}
OUTCOME_STATES = {
    "active": "under way",
    "achieved": "achieved",
    "partly": "partly achieved",
    "not_achieved": "not achieved",
    "retired": "let go by the person",
    "replaced": "replaced by the person",
    "closed": "closed (died or moved away)",
}
MODELS = {
    "outcome_payments": "Outcome payments",
    "time_and_task": "Time and task",
    "bundled_hours": "Bundled hours",
    "patch_block": "Patch block",
    "individual_service_fund": "Individual service fund",
    "direct_payment": "Direct payment",
    "short_term": "Short-term support",
    "shift_split": "Shift split",
    "community_outcome": "Community outcome",
    "introductory_agency": "Introductory agency",
}
ROLES = {
    "person": "person",
    "family": "family",
    "care_worker": "care worker",
    "team_member": "team member",
    "provider_manager": "provider's manager",
    "social_worker": "social worker",
    "broker": "broker",
    "commissioner": "commissioner",
    "finance_officer": "finance officer",
    "scrutiny": "scrutiny",
    "administrator": "administrator",
}
SEES = {
    "person": "their own record, plan and answers",
    "family": "what the person lets them see",
    "care_worker": "the people they support",
    "team_member": "the people they support",
    "provider_manager": "their people, plans and statements",
    "social_worker": "their people, by what is due",
    "broker": "who is waiting",
    "commissioner": "the dashboard and the runs",
    "finance_officer": "payment runs (one proposes, the other releases)",
    "scrutiny": "figures, no one's case",
    "administrator": "the accounts of their own organisation",
}
