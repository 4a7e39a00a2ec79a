# SPDX-License-Identifier: EUPL-1.2
"""Compile translations here: a fresh machine has no gettext."""

from collections.abc import Iterator
from pathlib import Path

from samvern.web.progress import ProgressStep

SOURCE = Path(__file__).parents[2]
"""The site's own texts lie in ``locale``, those of a room in the room's."""


def compile_translations(step: ProgressStep) -> None:
    """Write a ``.mo`` beside each ``.po`` that is newer than its own.

    Raises:
        OSError: a ``.po`` file is not in gettext's form; the message names file and line.
    """
    stale = list(_stale(SOURCE))
    if not stale:
        return
    with step("Compiling the translations"):
        import polib

        for path in stale:
            polib.pofile(str(path), encoding="utf-8").save_as_mofile(str(path.with_suffix(".mo")))


def _stale(source: Path) -> Iterator[Path]:
    for path in sorted(source.glob("**/locale/*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            yield path
