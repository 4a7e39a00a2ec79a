# SPDX-License-Identifier: EUPL-1.2
"""The design system, our theme of it and the typeface: npm packages made into ``static/build``."""

import re
import shutil
from pathlib import Path

from samvern.typesetting.faces import built
from samvern.web.build.fonts import write_paper_fonts, write_web_font
from samvern.web.build.lock import CACHE
from samvern.web.build.node import NodeRuntime, find_node
from samvern.web.build.stamp import Stamp
from samvern.web.environment import CHECKOUT
from samvern.web.progress import ProgressStep

SOURCES = CHECKOUT / "assets"
OUTPUT = Path(__file__).parents[1] / "static/build"
WORKSHOP = CACHE / "assets"
AXE = WORKSHOP / "axe.min.js"
"""The accessibility checker, kept beside the site rather than in it: only tests use it."""

FILES = {
    "@digdir/designsystemet-css/dist/src/index.css": "designsystemet.css",
    "@digdir/designsystemet-web/dist/umd/index.js": "designsystemet.js",
}
SOURCE_MAP = re.compile(r"^(//|/\*)# sourceMappingURL=.*$", re.MULTILINE)
THEME_MAKER = "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js"


def build_assets(step: ProgressStep) -> None:
    """Make the assets if their lock or the theme changed; nothing in an installed package.

    Raises:
        BuildError: no Node.js, or npm or the theme maker failed.
    """
    if not SOURCES.is_dir():
        return
    sources = [path for path in SOURCES.iterdir() if path.is_file()]
    stamp = Stamp.of(OUTPUT / ".stamp", [*sources, *Path(__file__).parent.glob("*.py")])
    if stamp.is_fresh() and AXE.is_file() and built():
        return
    with step("Building the design system"):
        _make(find_node(), sources)
        stamp.write()


def _make(node: NodeRuntime, sources: list[Path]) -> None:
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    for source in sources:
        shutil.copy(source, WORKSHOP)
    node.install(WORKSHOP)
    _make_theme(node)
    modules, fresh = WORKSHOP / "node_modules", WORKSHOP / "build"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for package, name in FILES.items():
        # The maps the files point at are for their own developers and are not shipped.
        text = (modules / package).read_text()
        (fresh / name).write_text(SOURCE_MAP.sub("", text))
    shutil.copy(WORKSHOP / "theme/samvern.css", fresh / "theme.css")
    write_paper_fonts(modules)
    write_web_font(modules / "@fontsource-variable/inter", fresh)
    shutil.copy(modules / "axe-core/axe.min.js", AXE)
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.parent.mkdir(exist_ok=True)
    shutil.move(fresh, OUTPUT)


def _make_theme(node: NodeRuntime) -> None:
    for folder in ("tokens", "theme"):
        shutil.rmtree(WORKSHOP / folder, ignore_errors=True)
    config = ["--config", "designsystemet.config.json"]
    node.run(THEME_MAKER, "tokens", "create", *config, folder=WORKSHOP)
    node.run(
        THEME_MAKER, "tokens", "build", "-t", "tokens", "-o", "theme", *config, folder=WORKSHOP
    )
