# SPDX-License-Identifier: EUPL-1.2
"""Take the pictures of docs/images from a running demonstration: `./samvern docs pictures`.

Run as a program, with the demonstration's address: ``python tests/pictures http://127.0.0.1:8000``.
"""

import os
import sys

from playwright.sync_api import sync_playwright
from the_guide import take_guide
from working_together import take_together

from samvern.web.testing.system_programs import ensure_chromium


def main(site: str) -> None:
    """Every picture, one after another."""
    program = ensure_chromium()
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=as_root)
        for taken in (*take_guide(chromium, site), *take_together(chromium, site)):
            print(f"  docs/images/{taken}", flush=True)
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
