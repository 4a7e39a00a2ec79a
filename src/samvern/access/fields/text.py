# SPDX-License-Identifier: EUPL-1.2
"""Text as people type it, without the signs that make a screen or a file show something else."""

import re
import unicodedata
from typing import Any

from django import forms

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control signs, and those that turn the direction of writing (Unicode TR 36, 2.5)."""
LINE, LONG = 200, 4000


def plain(text: str) -> str:
    """The text composed (NFC), with line ends as one sign, and without signs nobody sees."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))


class LineField(forms.CharField):
    """One line of text, at most 200 characters unless ``limit`` says otherwise."""

    def __init__(self, *, limit: int = LINE, **options: Any) -> None:
        super().__init__(max_length=limit, **options)

    def to_python(self, value: Any) -> str:
        """One line: a pasted line break becomes a space."""
        return str(super().to_python(" ".join(plain(value).split("\n")) if value else value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without ``maxlength``, which cuts what is pasted and does not say so."""
        return {}


class TextField(forms.CharField):
    """Longer text in a box of ``rows`` lines with a counter; at most ``limit`` characters."""

    def __init__(self, *, limit: int = LONG, rows: int = 5, **options: Any) -> None:
        box = forms.Textarea(attrs={"rows": rows, "cols": None})
        super().__init__(max_length=limit, widget=box, **options)

    def to_python(self, value: Any) -> str:
        """The text with its line breaks."""
        return str(super().to_python(plain(value) if value else value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """What the counter counts to; as above, nothing is cut."""
        return {"data-limit": self.max_length}
