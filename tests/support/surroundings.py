# SPDX-License-Identifier: EUPL-1.2
"""What an administrator gives an installation, for tests: the same keys in every run."""

import atexit
import shutil
import tempfile
from pathlib import Path

KEYS = Path(__file__).parents[1] / "data/keys/keys.json"
OPENER = KEYS.with_name("keys.json.backup")
for path in (KEYS, OPENER):
    path.chmod(0o600)  # which git does not keep
FOLDER = Path(tempfile.mkdtemp(prefix="samvern-documents-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

SURROUNDINGS = {
    "SAMVERN_MODE": "test",
    "SAMVERN_GATE_KEY": "demo-Z2F0ZS1vZi10aGUtdGVzdHMtMzItYnl0ZXMtbG9uZyE",
    "SAMVERN_KEYS": str(KEYS),
    "SAMVERN_DOCUMENTS": str(FOLDER / "documents"),
    "SAMVERN_ANCHORS": str(FOLDER / "anchors.jsonl"),
}
