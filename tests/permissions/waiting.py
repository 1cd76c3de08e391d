"""What an actor must not do, and nobody can try yet: each with the reason."""

WAITS = {
    "broker: choose on price alone": "choosing among offers comes with the mini-tender; today a "
    "request goes to the provider that leads the patch",
}
