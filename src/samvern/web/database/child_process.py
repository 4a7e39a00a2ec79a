# SPDX-License-Identifier: EUPL-1.2
"""Child processes that end with us, whichever way we end."""

import ctypes
import signal
import subprocess
from collections.abc import Callable
from typing import Any

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


def start_child(command: list[str], at_our_death: signal.Signals, **options: Any) -> Any:
    """Start a program in a session of its own, so that Ctrl-C in the terminal reaches only us.

    The kernel sends it ``at_our_death`` should we be killed before we could stop it.
    """
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_tie_to_parent(at_our_death),
        **options,
    )


def _tie_to_parent(at_our_death: signal.Signals) -> Callable[[], None]:
    def tie() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, at_our_death)

    return tie


def stop_child(
    process: "subprocess.Popen[Any]", *steps: tuple[signal.Signals, float]
) -> int | None:
    """Ask a child to end by each signal in turn, waiting the seconds given; its exit code."""
    for number, seconds in steps:
        if process.poll() is not None:
            break
        process.send_signal(number)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
    return process.poll()
