"""A verb loads what it needs: a solver of the rota is slow to load, and most solve nothing."""

import subprocess
import sys

import pytest

from tests.fixtures.command import variables_of_a_new_place

ASKED = """
import sys
from whatmatters.config.cli import assemble
assemble()
print(sorted({"numba", "ortools", "pandas"} & {*sys.modules}))
"""


@pytest.mark.once
def test_assembling_the_verbs_loads_no_solver(tmp_path) -> None:
    env = variables_of_a_new_place(tmp_path)
    done = subprocess.run([sys.executable, "-P", "-c", ASKED], env=env, capture_output=True)
    assert done.stdout.decode().strip() == "[]", done.stderr
