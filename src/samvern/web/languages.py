# SPDX-License-Identifier: EUPL-1.2
"""The languages pages are written in: a folder of translations each."""

from pathlib import Path

from django.conf.locale import LANG_INFO

COMPLETE = ("nb", "nn", "en")
"""Languages in which every page is offered; a further one is offered on the person's own pages."""


def find_languages(folder: Path) -> list[tuple[str, str]]:
    """Django's ``LANGUAGES``: the complete ones first,
    then each further translation in the folder.
    """
    further = sorted(
        path.parents[1].name.replace("_", "-").lower()
        for path in folder.glob("*/LC_MESSAGES/django.po")
    )
    codes = [*COMPLETE, *(code for code in further if code not in COMPLETE)]
    return [(code, name_of(code)) for code in codes]


def name_of(code: str) -> str:
    """What speakers of the language call it, else its code."""
    own = {"nb": "Bokmål", "nn": "Nynorsk"}
    info = LANG_INFO.get(code) or LANG_INFO.get(code.partition("-")[0]) or {}
    name = str(info.get("name_local", code))
    return own.get(code, name[:1].upper() + name[1:])
