# SPDX-License-Identifier: EUPL-1.2
"""Case workers who write without rest, through the pages, and remember what was acknowledged."""

import http.client
import random
import re
import threading
import time
from contextlib import suppress
from urllib.parse import urlencode
from uuid import UUID

from support.filling import FormReader
from support.serving import Served, cookies_of
from support.workspace import Workspace

BREAK = (http.client.HTTPException, OSError)
CASE = re.compile(r"/cases/([0-9a-f-]{36})/")
FORM_TOKEN = {"csrfmiddlewaretoken": "c" * 32}


class Writer(threading.Thread):
    """One member who writes notes in a case and opens cases, each at once after the last."""

    def __init__(self, site: Served, workspace: Workspace, member: str, case: str) -> None:
        super().__init__(daemon=True)
        self.site, self.member = site, member
        self.case: UUID = workspace.cast.cases[case]
        self.headers = cookies_of(workspace.cast.members[member])
        self.dice = random.Random(member)
        self.stopped = threading.Event()
        self.notes: dict[str, bool] = {}
        """Each note that was sent, by its unique words, and whether it was acknowledged."""
        self.opened: list[UUID] = []
        """Cases whose opening was acknowledged."""
        self.answers: list[tuple[float, float, int]] = []
        """Each thing written: when it was begun and answered, and the status; 0 for no answer."""

    def run(self) -> None:
        """Write until stopped."""
        while not self.stopped.is_set():
            begun, status = time.monotonic(), 0
            with suppress(*BREAK):
                status = self.open_case() if self.dice.random() < 0.1 else self.write()
            self.answers.append((begun, time.monotonic(), status))
            if status != http.client.FOUND:
                time.sleep(0.1)

    def write(self) -> int:
        """A note, through the form as it was given."""
        path = f"/nb/workspace/cases/{self.case}/notes/new"
        status, page, _ = self.ask("GET", path)
        if status != http.client.OK:
            return status
        words = f"Merke {self.member} {len(self.notes)}."
        form = FormReader(page).values
        self.notes[words] = False
        status, page, _ = self.ask("POST", path, form | {"text": words} | FORM_TOKEN)
        self.notes[words] = status == http.client.FOUND
        return status

    def open_case(self) -> int:
        """A case, through the form as it was given."""
        path = "/nb/workspace/cases/new/"
        status, page, _ = self.ask("GET", path)
        if status != http.client.OK:
            return status
        form = FormReader(page).values | {"label": "Sak under last"}
        status, page, location = self.ask("POST", path, form | FORM_TOKEN)
        if status == http.client.FOUND and (found := CASE.search(location)):
            self.opened.append(UUID(found[1]))
        return status

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """One request on a connection of its own: status, page, and where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            body = urlencode(form) if form else None
            connection.request(method, path, body, self.headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers.get("Location", "")
        finally:
            connection.close()

    def acknowledged_after(self, moment: float) -> float | None:
        """When the first thing begun after a moment was acknowledged."""
        times = (at for begun, at, status in list(self.answers) if begun > moment and status == 302)
        return next(times, None)
