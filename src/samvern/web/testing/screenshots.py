# SPDX-License-Identifier: EUPL-1.2
"""Taking the pictures of docs/images: tests/pictures looks at a demonstration started for it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from samvern.web.environment import CHECKOUT
from samvern.web.exceptions import CheckingError

PORT = 8765


def take_screenshots(site: str | None, root: Path = CHECKOUT) -> int:
    """Take them all, from ``site`` or from a demonstration started for it; the exit code.

    Raises:
        CheckingError: this is no checkout, or the demonstration does not start.
    """
    script = root / "tests/pictures"
    if not script.is_dir():
        raise CheckingError(f"no {script}; run ./samvern docs pictures in a clone")
    if site:
        return subprocess.run([sys.executable, str(script), site], check=False).returncode
    with demonstration() as address:
        return subprocess.run([sys.executable, str(script), address], check=False).returncode


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of a demonstration with everybody in it, which ends with the context."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # as root the database has an account of its own
        words = ["-m", "samvern", "demo", "--port", str(PORT), "--data", f"{folder}/data"]
        process = subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True)
        try:
            if not any("/workspace/" in line for line in process.stdout or ()):
                raise CheckingError("the demonstration did not start; its reason stands above")
            yield f"http://127.0.0.1:{PORT}"
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()
