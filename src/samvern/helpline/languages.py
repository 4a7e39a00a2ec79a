# SPDX-License-Identifier: EUPL-1.2
"""Languages a call may be held in. A rare one is "another": it would point to somebody."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LANGUAGES: dict[str, Any] = {
    "nb": _("Norwegian"),
    "en": _("English"),
    "am": _("Amharic"),
    "ar": _("Arabic"),
    "bg": _("Bulgarian"),
    "es": _("Spanish"),
    "fa": _("Persian, Dari"),
    "fr": _("French"),
    "lt": _("Lithuanian"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ro": _("Romanian"),
    "ru": _("Russian"),
    "so": _("Somali"),
    "sq": _("Albanian"),
    "sw": _("Swahili"),
    "th": _("Thai"),
    "ti": _("Tigrinya"),
    "tl": _("Filipino"),
    "uk": _("Ukrainian"),
    "ur": _("Urdu"),
    "vi": _("Vietnamese"),
    "zz": _("Another language"),
}
"""Names by their code (ISO 639-1; ``zz`` for all others), the two most used first."""
NO_INTERPRETER = frozenset({"nb", "en"})


def language_name(code: str) -> str:
    """What a language is called; the code where it has no name here."""
    name = str(LANGUAGES.get(code, code))
    return name[:1].upper() + name[1:]


def language_choices() -> list[tuple[str, str]]:
    """Codes and names for a form, in the reader's language."""
    return [(code, language_name(code)) for code in LANGUAGES]
