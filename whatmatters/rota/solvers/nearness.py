"""Which tasks are worth being next to: near by, near in time, and with a worker who may do both."""

from typing import Any

import numpy as np

NEAREST = 16
WAITING = 0.2  # a minute of waiting, in minutes of travel
NEVER_BOTH = 1e8
ITSELF = 1e9


def nearest(task: Any, travel: Any, able: Any) -> tuple[Any, float]:
    """For each task its nearest ones, and the mean travel to them."""
    rows = task[: len(able)]
    ways = travel.min(axis=0)[np.ix_(rows["place"], rows["place"])]
    done = (rows["earliest"] + rows["length"])[:, None]
    wait = np.maximum(0, rows["earliest"][None, :] - done - ways) * WAITING
    late = np.maximum(0, done + ways - rows["limit"][None, :])
    cost = ways + np.minimum(wait + late, (wait + late).T)
    both = (able.astype(np.float32) @ able.T.astype(np.float32)) > 0
    cost = np.where(both, np.minimum(cost, cost.T), NEVER_BOTH)
    np.fill_diagonal(cost, ITSELF)
    near = np.argsort(cost, axis=1, kind="stable")[:, : max(1, min(NEAREST, len(rows) - 1))]
    typical = float(np.mean(np.take_along_axis(ways, near, axis=1)))
    return near.astype(np.int32), max(typical, 1e-6)
