#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# standardwebhooks: an aware local time is signed as if its clock stood at UTC.
#
# Guess: Webhook.sign takes an aware datetime at its word, so one moment gives one signature whatever zone it is written in.
# What happens: sign() replaces the zone by UTC instead of converting to it. Ten o'clock in Oslo is signed as ten o'clock UTC, one or
#   two hours later than it is; nothing is raised, and the same moment written in UTC gets another signature.
# Version: standardwebhooks 1.1.0, November 2026.
# Why it matters: a program that keeps its times in local zones, as Django does with USE_TZ, signs every letter for a time to come.
#   A receiver that follows the standard refuses it as too new, and only the hour of the sender's zone tells why.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip -q --disable-pip-version-check install standardwebhooks==1.1.0 tzdata==2025.2
"$work/venv/bin/python" - <<'PY'
import base64
from datetime import datetime, timezone
from importlib.metadata import version
from zoneinfo import ZoneInfo

from standardwebhooks import Webhook

hook = Webhook(base64.b64encode(b"a key of a test, 24 bytes").decode())
oslo = datetime(2026, 11, 30, 10, 0, tzinfo=ZoneInfo("Europe/Oslo"))
moment = oslo.astimezone(timezone.utc)
wrong = oslo.replace(tzinfo=timezone.utc)
signed = {name: hook.sign("id", each, "{}") for name, each in (("oslo", oslo), ("utc", moment), ("wrong", wrong))}
print("standardwebhooks", version("standardwebhooks"))
for name, each in (("oslo", oslo), ("utc", moment), ("wrong", wrong)):
    print(f"{name:6} {each.isoformat()}  {int(each.timestamp())}  {signed[name]}")
assert oslo == moment and oslo != wrong
assert signed["oslo"] != signed["utc"]
assert signed["oslo"] == signed["wrong"]
print("as described")
PY
