# SPDX-License-Identifier: EUPL-1.2
"""Showing progress: one line a step, with the time it took."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

ProgressStep = Callable[[str], AbstractContextManager[None]]


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is going on; when it ends well, how long it took. Writes to standard error."""
    start = time.monotonic()
    terminal = sys.stderr.isatty()
    if terminal:
        sys.stderr.write(f"  … {name}")
        sys.stderr.flush()
    try:
        yield
    except BaseException:
        if terminal:
            sys.stderr.write("\n")
        raise
    back = "\r" if terminal else ""
    sys.stderr.write(f"{back}  ✓ {name} ({time.monotonic() - start:.1f} s)\n")
