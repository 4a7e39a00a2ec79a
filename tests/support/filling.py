# SPDX-License-Identifier: EUPL-1.2
"""Reading a form off a page as a browser would, to send it back filled in."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """The values of the last form with method post on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._inside, self._select, self._area = False, "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a control with the value it has."""
        at = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._inside = at.get("method", "get").lower() == "post"
        if not self._inside:
            return
        name, kind = at.get("name", ""), at.get("type", "text")
        if tag == "input" and name:
            if kind not in {"radio", "checkbox"} or "checked" in at:
                self.values[name] = at.get("value", "on" if kind == "checkbox" else "")
            elif kind == "radio":
                self.values.setdefault(name, at.get("value", ""))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in at or at.get("value")):
            if "selected" in at or self._select not in self.values:
                self.values[self._select] = at.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.values[name] = ""

    def handle_endtag(self, tag: str) -> None:
        """Leave a control."""
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        """The text of a text area."""
        if self._area:
            self.values[self._area] += data
