# SPDX-License-Identifier: EUPL-1.2
"""The items of the answer as a page shows them: a few words, and the rest one press away.

Made here rather than in a template, as an answer holds a hundred of them. Every text passes
``escape``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.guide.addresses import question_address
from samvern.guide.confidentiality import SharingRule
from samvern.guide.contacts import Contact
from samvern.guide.labels import sharing_name
from samvern.guide.rule_html import rule_in_full, rule_link, rule_sources
from samvern.guide.sections import NOW, AnswerItem, AnswerSection

_Row = TypeVar("_Row", bound=str)
MARKS = {"must": "danger", "may": "success", "depends": "info", "may_not": "neutral"}


def item(item: AnswerItem) -> SafeString:
    """An item that opens."""
    return _safe(f"<li>{_opening(_head(item), _inside(item))}</li>")


def items(section: AnswerSection) -> SafeString:
    """The items of a section, those beyond the first few folded away."""
    told = " told" if section.told else ""
    tag = "ol" if section.id == NOW else "ul"
    rows = [item(each) for each in section.items]
    shown, more = _parted(rows, section.open)
    return _safe(f'<{tag} class="items{told}">{"".join(shown)}</{tag}>{_folded(more, told)}')


def _parted(rows: list[_Row], most: int) -> tuple[list[_Row], list[_Row]]:
    """The rows that stand open and the others; one alone is never folded away."""
    most += len(rows) == most + 1
    return rows[:most], rows[most:]


def _folded(rows: Sequence[str], told: str = "") -> str:
    if not rows:
        return ""
    n = len(rows)
    title = escape(ngettext("%(n)s more", "%(n)s more", n) % {"n": n})
    return (
        f'<details class="more fold"><summary class="on-screen">{title}</summary>'
        f'<ul class="items{told}">{"".join(rows)}</ul></details>'
    )


def sharing(section: AnswerSection) -> SafeString:
    """Receivers with their answers; the rules behind them stand once, at the end."""
    rows = [
        f"<li>{_opening(_head(each), _calls(each.contacts) + _gates(each.gates))}</li>"
        for each in section.items
    ]
    shown, more = _parted(rows, section.open)
    rules = {gate.entry.id: gate.entry for each in section.items for gate in each.gates}
    behind = "".join(_behind(entry.id, rule_link(entry)) for entry in rules.values())
    title = escape(_("The rules behind this"))
    rest = (
        f'<details class="more on-screen"><summary>{title}</summary>'
        f'<ul class="short">{behind}</ul></details>'
    )
    open_ = f'<ul class="items">{"".join(shown)}</ul>'
    return _safe(f"{open_}{_folded(more)}{rest if behind else ''}")


def _behind(id: str, shown: str) -> str:
    return shown.replace("<li>", f'<li id="{escape(id)}">', 1)


def rights(section: AnswerSection) -> SafeString:
    """Topics with rights that hold, each to open; all others in one."""
    held = [each for each in section.items if each.topic and each.topic.yes]
    others = [each for each in section.items if each.topic and not each.topic.yes]
    rows = [_topic(each) for each in held]
    shown, more = _parted(rows, section.open)
    folded = _folded(more)
    if others:
        head = _bold(_("Other rights: none holds now"), "")
        inside = "".join(
            f"<li>{_opening(_bold(each.name, each.text), _rights(each))}</li>" for each in others
        )
        within = _opening(head, f'<ul class="items">{inside}</ul>')
        folded += f'<ul class="items on-screen"><li>{within}</li></ul>'
    return _safe(f'<ul class="items">{"".join(shown)}</ul>{folded}')


def _topic(item: AnswerItem) -> str:
    head = f'{_bold(item.name, item.text)}<span class="on-paper"> {escape(item.line)}</span>'
    return f"<li>{_opening(head, _rights(item))}</li>"


def _bold(name: str, counted: str) -> str:
    return f'<strong>{escape(name)}</strong> <span class="count on-screen">{escape(counted)}</span>'


def _rights(item: AnswerItem) -> str:
    if (topic := item.topic) is None:
        return ""
    parts = [
        f'<ul class="rights">{"".join(map(rule_in_full, topic.yes))}</ul>' if topic.yes else ""
    ]
    for title, found in ((_("It depends"), topic.unknown), (_("Not now"), topic.no)):
        if found:
            shown = "".join(map(rule_link, found))
            head = f'<p class="rights__head"><strong>{escape(title)}</strong></p>'
            parts.append(f'{head}<ul class="short">{shown}</ul>')
    return "".join(parts)


def _head(item: AnswerItem) -> str:
    line = escape(item.line)
    if item.mark:
        line = f"{_tag(item.mark, item.answer)} {line}"
    return f"<strong>{escape(item.name)}</strong>" + (
        f' <span class="line">{line}</span>' if line else ""
    )


def _tag(mark: str, answer: str) -> str:
    return f'<span class="ds-tag" data-size="sm" data-color="{MARKS[answer]}">{escape(mark)}</span>'


def _opening(head: str, inside: str) -> str:
    if not inside:
        return f'<div class="more">{head}</div>'
    within = f'<summary>{head}</summary><div class="inside">{inside}</div>'
    return f'<details class="more">{within}</details>'


def _inside(item: AnswerItem) -> str:
    parts = [f'<p class="text">{escape(part)}</p>' for part in (item.conditions, item.text) if part]
    parts.append(_calls(item.contacts))
    if item.limit:
        parts.append(_asked(item))
    if item.entry:
        parts.append(f'<div class="because">{rule_sources(item.entry)}</div>')
    return " ".join(part for part in parts if part)


def _asked(item: AnswerItem) -> str:
    if not item.limit or not item.limit.questions:
        return ""
    links = ", ".join(
        f'<a class="ds-link" href="{question_address(q.fact)}">{escape(q.label)}</a>'
        for q in item.limit.questions
    )
    return f'<p class="because">{escape(_("Answer this:"))} {links}</p>'


def _calls(contacts: Iterable[Contact]) -> str:
    rows = "".join(f"<li>{_call(c)}</li>" for c in contacts)
    return f'<ul class="calls text">{rows}</ul>' if rows else ""


def _call(c: Contact) -> str:
    if not c.phone:
        return escape(c.name)
    hours = f' <span class="hours">{escape(c.hours)}</span>' if c.hours else ""
    number = f'<a class="ds-link tel" href="tel:{escape(c.tel)}">{escape(c.phone)}</a>'
    return f"{escape(c.name)}: {number}{hours}"


def _gates(gates: Iterable[SharingRule]) -> str:
    return "".join(
        f"<p>{_tag(sharing_name(gate.answer), gate.answer)} "
        f'<a href="#{escape(gate.entry.id)}">{escape(gate.entry.name)}</a></p>'
        for gate in gates
    )


def _safe(html: str) -> SafeString:
    return SafeString(html)  # each part escapes its texts
