# SPDX-License-Identifier: EUPL-1.2
"""Progress and time left for work that takes long: one line on a stream, never in the result."""

import time
from typing import TextIO

from samvern.disclosure.messages import Language, say

PATIENCE = 2.0
EVERY = 1.0


class ProgressLine:
    """Call with the share done, 0 to 1. Silent for the first PATIENCE seconds."""

    def __init__(self, stream: TextIO, language: Language) -> None:
        self.stream, self.language = stream, language
        self.begun = self.shown = time.monotonic()
        self.dirty = False

    def __call__(self, share: float) -> None:
        now = time.monotonic()
        if now - self.begun < PATIENCE or now - self.shown < EVERY or not 0 < share <= 1:
            return
        self.shown = now
        left = int((now - self.begun) * (1 - share) / share) + 1
        text = say(self.language, "progress", share=share, left=left)
        self.stream.write(f"\r{text}\033[K" if self.stream.isatty() else f"{text}\n")
        self.stream.flush()
        self.dirty = True

    def clear(self) -> None:
        """Take the line away."""
        if self.dirty and self.stream.isatty():
            self.stream.write("\r\033[K")
            self.stream.flush()
