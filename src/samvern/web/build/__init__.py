# SPDX-License-Identifier: EUPL-1.2
"""What is made once from sources in the checkout: assets, translations, static files.

Each step is skipped while the digest of its sources is the one it was last made from, so calling
``build_all`` at every start costs a few milliseconds.
"""

from pathlib import Path

from samvern.web.build.assets import build_assets
from samvern.web.build.lock import building
from samvern.web.build.static import collect_static
from samvern.web.build.translations import compile_translations
from samvern.web.progress import ProgressStep


def build_all(step: ProgressStep, static_root: Path) -> None:
    """Make whatever is stale; ``step`` is entered around each thing really made.

    Raises:
        BuildError: a tool is missing or failed; the message says which and what to do.
    """
    with building():
        build_assets(step)
        compile_translations(step)
        collect_static(step, static_root)
