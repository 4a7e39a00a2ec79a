#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# babel (CLDR): in bokmål one of the two Congos is "Kongo", beside "Kongo-Brazzaville"; nynorsk tells them apart.
#
# Guess: a list of countries from CLDR names two countries in two ways that a reader can tell apart, in both written languages of one
#   country alike.
# What happens: for CD (the Democratic Republic) bokmål says "Kongo", nynorsk "Kongo-Kinshasa"; for CG both say "Kongo-Brazzaville".
# Version: babel 2.19.0, November 2026.
# Why it matters: a person's country decides which interpreter, embassy and return are right. In a list where "Kongo" stands beside
#   "Kongo-Brazzaville", the first reads as either or both, and what was chosen in one language reads otherwise in the next.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip -q --disable-pip-version-check install babel==2.19.0
"$work/venv/bin/python" - <<'PY'
from babel import Locale, __version__

names = {lang: {code: Locale(lang).territories[code] for code in ("CD", "CG")} for lang in ("nb", "nn", "en")}
print("babel", __version__)
for lang, each in names.items():
    print(lang, each)
assert names["nb"] == {"CD": "Kongo", "CG": "Kongo-Brazzaville"}, names["nb"]
assert names["nn"] == {"CD": "Kongo-Kinshasa", "CG": "Kongo-Brazzaville"}, names["nn"]
print("as described")
PY
