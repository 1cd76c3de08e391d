"""The product's settings for the test suite: a data folder of its own and quick passwords.

A passed-on `WHATMATTERS_DATA` is never used: tests must not see anybody's real database.
"""

import atexit
import os
import shutil
import tempfile

os.environ["WHATMATTERS_DATA"] = tempfile.mkdtemp(prefix="whatmatters-tests-")
atexit.register(shutil.rmtree, os.environ["WHATMATTERS_DATA"], ignore_errors=True)

from whatmatters.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["tests.fixtures.quick_passwords.QuickHasher"]
