# SPDX-License-Identifier: EUPL-1.2
"""A program of its own that judges one file, from its first byte to its last: ``judge.py MEGABYTES
SECONDS``. Standard input gets a line with the name, and the file; standard output gets the answer
as JSON. No web process unpacks or searches a file itself.

It has no environment, so no key, and imports no framework. A parser written in C gets the file in
a further process with less (``inspector.py``).
"""

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path


def main(megabytes: str, seconds: str) -> None:
    """Say what the file is, or why it may not come in."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[4]))
    from samvern.cases.documents.uploads.errors import UploadRejected
    from samvern.cases.documents.uploads.validation import accept_upload

    for what, most in (
        (resource.RLIMIT_AS, int(megabytes) * 2**20),
        (resource.RLIMIT_CPU, int(seconds)),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    name = json.loads(sys.stdin.buffer.readline())
    try:
        content = sys.stdin.buffer.read()
        found: dict[str, object] = {
            "accepted": asdict(accept_upload(content, name, largest=len(content)))
        }
    except UploadRejected as refusal:
        found = {"reason": refusal.reason.value, "detail": refusal.detail}
    except (MemoryError, RecursionError):
        found = {"reason": "expands", "detail": "it unpacks to far more than it is"}
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
