"""The kinds of happening of a simulated life, each lived through the services of its context."""
