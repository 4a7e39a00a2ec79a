# SPDX-License-Identifier: EUPL-1.2
"""Translations as a built site has them."""

import pytest

from samvern.web.build.translations import compile_translations
from samvern.web.progress import step


@pytest.fixture(scope="session", autouse=True)
def translations() -> None:
    """Compile the translations; every paper needs them."""
    compile_translations(step)
