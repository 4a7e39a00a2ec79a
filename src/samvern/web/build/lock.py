# SPDX-License-Identifier: EUPL-1.2
"""One build at a time, and the folder where things are made."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from samvern.web.environment import CHECKOUT
from samvern.web.exceptions import BuildError

CACHE = CHECKOUT / ".cache"


@contextmanager
def building() -> Iterator[None]:
    """Wait for any other build in this checkout, then hold the place.

    Raises:
        BuildError: the checkout cannot be written to.
    """
    try:
        CACHE.mkdir(exist_ok=True)
        handle = (CACHE / "build.lock").open("w")
    except OSError as error:
        raise BuildError(f"cannot write in {CACHE}: {error.strerror}") from error
    with handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
