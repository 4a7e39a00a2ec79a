# SPDX-License-Identifier: EUPL-1.2
"""A build of Samvern served as the product serves it, and what its processes cost.

Builds share this environment's packages; ``PYTHONPATH`` says whose source they run.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from samvern.web.exceptions import RunningError
from samvern.web.running.listen import listen
from samvern.web.running.web_server import gunicorn_command, wait_for_web

HERE = Path(__file__).parent
WORKERS = "2"


class Build:
    """A checkout: ``serving`` runs its web processes."""

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root, self.port = name, root, 0
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {
            **os.environ,
            "PYTHONPATH": f"{root / 'src'}:{HERE}",
            "DJANGO_SETTINGS_MODULE": "_unlimited",
            "SAMVERN_MODE": "demo",
            "SAMVERN_WORKERS": WORKERS,
            "SAMVERN_SECRET_KEY": "demo-" + "k" * 60,
            "SAMVERN_GUIDE_KEYS": base64.urlsafe_b64encode(b"b" * 32).decode(),
            "DATABASE_URL": "postgresql://samvern@127.0.0.1:1/gone?connect_timeout=1",
        }

    def visitors(self, told: list[dict[str, Any]]) -> list[dict[str, str]]:
        """Each visitor's cookie and body, made by this build."""
        done = self._run([str(HERE / "_visitors.py")], json.dumps(told))
        found: list[dict[str, str]] = json.loads(done)
        return found

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve while the block runs."""
        self._run(["-m", "samvern", "build"])
        with listen(0) as listener:
            self.port = listener.getsockname()[1]
            command = gunicorn_command(f"fd://{listener.fileno()}")
            command[1:1] = ["-P"]  # not the folder that it is started from
            self.process = subprocess.Popen(
                command, env=self.environment, cwd=self.root, pass_fds=[listener.fileno()]
            )
            try:
                self._wait()
                yield
            finally:
                self.process.terminate()
                self.process.wait(15)

    def _wait(self) -> None:
        """Until pages are served, four times as long as the product waits: the machine is busy."""
        assert self.process
        for attempt in range(4):
            try:
                wait_for_web(self.process, self.port)
                break
            except RunningError:
                if attempt == 3 or self.process.poll() is not None:
                    raise

    def seconds(self) -> float:
        """Processor time its web processes have used so far."""
        assert self.process
        master = psutil.Process(self.process.pid)
        times = [each.cpu_times() for each in (master, *master.children(recursive=True))]
        return sum(each.user + each.system for each in times)

    def _run(self, arguments: list[str], sent: str = "") -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, input=sent, env=self.environment, cwd=self.root, check=True,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return done.stdout


@contextmanager
def earlier(reference: str) -> Iterator[Build]:
    """The build in a folder, or of a commit in a folder of its own that goes away again."""
    if Path(reference).is_dir():
        yield Build("earlier build", Path(reference).resolve())
        return
    with TemporaryDirectory(prefix="samvern-bench-") as folder:
        root = Path(folder) / "checkout"
        git = ["git", "-C", str(HERE.parent), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(root), reference], check=True)
        try:
            yield Build(reference, root)
        finally:
            subprocess.run([*git, "remove", "--force", str(root)], check=True)
