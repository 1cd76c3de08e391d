"""How a budget is spent: in pieces, the temperature falling by what of it is gone."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from whatmatters.rota.solvers.anneal import anneal
from whatmatters.rota.solvers.setting_up import Ready

PIECES = 100
FIRST_PIECE, LEAST_PIECE, MOST_PIECE = 2000, 200, 200_000
GROWTH = 4.0
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a search may take: `moves` tried, or else CPU-seconds of this process."""

    cpu_seconds: float = 10.0
    moves: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a search: its share of the budget and the temperatures it goes between."""

    share: float
    hot: float
    cold: float


def run_stage(made: Ready, stage: Stage, budget: Budget, told: Callable[[float], None]) -> int:
    """Anneal the plan that stands; moves tried. The best plan is kept in the arrays."""
    if budget.moves is not None:
        return _by_moves(made, stage, int(budget.moves * stage.share), told)
    return _by_time(made, stage, budget.cpu_seconds * stage.share, told)


def _by_moves(made: Ready, stage: Stage, moves: int, told: Callable[[float], None]) -> int:
    for n in range(PIECES):
        rounds = moves * (n + 1) // PIECES - moves * n // PIECES
        hot, cold = (_temperature(made, stage, k / PIECES) for k in (n, n + 1))
        anneal(made.day, hot, cold, rounds)
        told(stage.share / PIECES)
    return moves


def _by_time(made: Ready, stage: Stage, seconds: float, told: Callable[[float], None]) -> int:
    began, piece, moves, gone = time.process_time(), FIRST_PIECE, 0, 0.0
    while gone < seconds:
        before = gone
        hot = _temperature(made, stage, gone / seconds)
        anneal(made.day, hot, hot, piece)
        moves += piece
        gone = time.process_time() - began
        piece = _next_piece(piece, gone - before, seconds)
        told(stage.share * (min(gone, seconds) - before) / seconds)
    return moves


def _next_piece(piece: int, took: float, seconds: float) -> int:
    """About a hundredth of the time, never more than four times the last."""
    wanted = piece * min(GROWTH, seconds / PIECES / max(took, TINY))
    return int(max(LEAST_PIECE, min(MOST_PIECE, wanted)))


def _temperature(made: Ready, stage: Stage, gone: float) -> float:
    return made.scale * stage.hot * float((stage.cold / stage.hot) ** gone)
