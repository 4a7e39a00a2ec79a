# SPDX-License-Identifier: EUPL-1.2
"""Keeping the built-in packs of law in the database; Django is set up as its owner."""

import os
from pathlib import Path

from samvern.web.build.stamp import Stamp
from samvern.web.progress import step

PACKS = Path(__file__).parents[2] / "packs"
BUILT_IN = ("convention", "norway")


def publish_built_in() -> None:
    """Keep the built-in packs; those kept already are left as they are."""
    from samvern.web.publications.archive import publish_pack

    with step("Publishing the packs of law"):
        for name in BUILT_IN:
            publish_pack(name=name)


def publish_if_changed(folder: Path) -> None:
    """The same, when their files changed since the last time, which a stamp in a folder tells."""
    files = [path for name in BUILT_IN for path in (PACKS / name).rglob("*.yaml")]
    stamp = Stamp.of(folder / "published", files, os.environ["DATABASE_URL"])
    if not stamp.is_fresh():
        publish_built_in()
        stamp.write()
