# SPDX-License-Identifier: EUPL-1.2
"""Settings every test runs under: test mode, no database unless a test starts its own."""

import os

from support.surroundings import SURROUNDINGS

os.environ.update(SURROUNDINGS)
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")

import django
import pytest
from hypothesis import settings

django.setup()

from samvern.access.login.passwords.hasher import PasswordHasher  # noqa: E402 (needs settings)

# A password of a test need not be slow to guess.
PasswordHasher.time_cost, PasswordHasher.memory_cost = 1, 64

CI = os.environ.get("CI") == "true"
SHORT = os.environ.get("SAMVERN_SHORT") == "1"
pytest_plugins = [
    "support.browser",
    "support.budgets",
    "support.cli",
    "support.database",
    "support.packs",
    "support.site",
    "support.skips",
    "support.workspace",
]

settings.register_profile("quick", max_examples=50, deadline=None, derandomize=CI)
settings.register_profile("long", max_examples=50 if SHORT else 1000, deadline=None)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def short() -> bool:
    """Whether long tests should take their short form, as they do in CI."""
    return SHORT
