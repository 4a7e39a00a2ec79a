# SPDX-License-Identifier: EUPL-1.2
"""Running pytest on a group."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from samvern.web.build import build_all
from samvern.web.environment import CHECKOUT, read_environment
from samvern.web.exceptions import CheckingError
from samvern.web.progress import step
from samvern.web.testing.groups import SuiteGroup
from samvern.web.testing.system_programs import ensure_chromium, ensure_program

PROCESSES = 2
NO_TESTS = 5


def run_group(group: SuiteGroup, more: Sequence[str], root: Path = CHECKOUT) -> int:
    """Build what tests look at, run the group and return pytest's exit code.

    Raises:
        CheckingError: no Chromium, or the group has no tests.
        BuildError: the assets could not be built.
    """
    paths = [path for path in group.paths if (root / path.partition("::")[0]).exists()]
    if not paths:
        raise CheckingError(f"there are no tests in {', '.join(group.paths)}")
    if group.browser:
        ensure_chromium()
    if group.java:
        ensure_program(("java",), "default-jre-headless", "the tests on Spark")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    build_all(step, read_environment().static_root)
    command = [sys.executable, "-m", "pytest", *paths, "-n", str(PROCESSES), "--dist", "worksteal"]
    if group.marker:
        command += ["-m", group.marker]
    code = subprocess.run([*command, *more], cwd=root, check=False).returncode
    if code == NO_TESTS:
        hint = "" if "-m" in more else "; its long tests, if it has any: add -m long"
        raise CheckingError(f"no test was run in {', '.join(paths)}{hint}")
    return code


def run_support(module: str, root: Path = CHECKOUT) -> int:
    """Run a module that is kept with the tests, in the surroundings of a test.

    Raises:
        CheckingError: this is not a checkout: the tests are not installed with the package.
    """
    if not (root / "tests").is_dir():
        raise CheckingError(f"no tests in {root}; run this in a clone")
    begin = "from support.surroundings import SURROUNDINGS as s; import os; os.environ.update(s)"
    code = f"{begin}; import django; django.setup(); from {module} import main; main()"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    return subprocess.run([sys.executable, "-c", code], cwd=root / "tests", check=False).returncode
