# SPDX-License-Identifier: EUPL-1.2
"""Visitors, and translations as a built site has them."""

import pytest

from samvern.web.build.translations import compile_translations
from samvern.web.progress import step
from support.visitor import LANGUAGES, Visitor


@pytest.fixture(scope="session", autouse=True)
def translations() -> None:
    """Compile the translations; every page needs them."""
    compile_translations(step)


@pytest.fixture
def visitor() -> Visitor:
    """Somebody who reads bokmål."""
    return Visitor()


@pytest.fixture(params=LANGUAGES)
def anyone(request: pytest.FixtureRequest) -> Visitor:
    """Somebody for each language."""
    return Visitor(request.param)
