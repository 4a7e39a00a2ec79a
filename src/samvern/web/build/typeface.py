# SPDX-License-Identifier: EUPL-1.2
"""Inter, served by ourselves: a visitor's browser asks nobody else for anything."""

import re
import shutil
from pathlib import Path

SUBSETS = ("latin", "latin-ext")
FACE = re.compile(r"/\* (inter-([a-z-]+)-wght-normal) \*/\s*(@font-face \{.*?\n\})", re.DOTALL)
# Until Inter has come, and where it never comes, the machine's own typeface of the same build.
FALLBACK = """
:root {
  --ds-font-family: Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", Arial,
    sans-serif;
}
"""


def write_typeface(package: Path, folder: Path) -> None:
    """Copy the upright faces for the languages in use and write ``typeface.css`` beside them."""
    faces = []
    for name, subset, rule in FACE.findall((package / "index.css").read_text()):
        if subset in SUBSETS:
            shutil.copy(package / f"files/{name}.woff2", folder)
            faces.append(rule.replace("./files/", "").replace("Inter Variable", "Inter"))
    (folder / "typeface.css").write_text("\n".join(faces) + "\n" + FALLBACK)
