"""What an actor must not do, and nobody can try yet: each with the reason."""

WAITS = {
    "coordinator: micromanage visits": "the role is not in the product yet",
    "broker: choose on price alone": "choosing among offers comes with the mini-tender; today a "
    "request goes to the provider that leads the patch",
    "district nurse: learn of changes at the door": "the role is not in the product yet",
    "GP: rely on software for diagnosis": "the role is not in the product yet",
    "health board: compete for the same workforce": "the role is not in the product yet",
    "third sector: see clinical detail": "the role is not in the product yet",
    "housing officer: see care notes": "the role is not in the product yet",
    "regulator: have covert access": "the role is not in the product yet",
    "planner: see individuals": "the role is not in the product yet",
    "evaluator: re-identify": "the role is not in the product yet",
}
