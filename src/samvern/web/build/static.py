# SPDX-License-Identifier: EUPL-1.2
"""Static files under hashed names, compressed once, so that a page may be cached for ever."""

from pathlib import Path

from samvern.web.build.stamp import Stamp
from samvern.web.progress import ProgressStep


def collect_static(step: ProgressStep, root: Path) -> None:
    """Gather, hash and compress what changed into ``root``."""
    rooms = Path(__file__).parents[2].glob("*/static")
    files = [path for room in rooms for path in room.rglob("*") if path.is_file()]
    stamp = Stamp.of(root.with_suffix(".stamp"), [path for path in files if path.name != ".stamp"])
    if stamp.is_fresh():
        return
    with step("Compressing the static files"):
        import django
        from django.core.management import call_command

        django.setup()
        root.mkdir(parents=True, exist_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write()
