# SPDX-License-Identifier: EUPL-1.2
"""Which duties of a convention a national pack has no rule for."""

from __future__ import annotations

from samvern.law.model import Article, RuleSet


def uncovered_articles(ruleset: RuleSet) -> list[Article]:
    """Articles that no rule of the pack itself fulfils, in the convention's order.

    An article counts as fulfilled when a rule names it, or names one of its parts
    (``ETS197.12.1.a`` for ``ETS197.12.1``), or the whole it is a part of.
    """
    named = {a for rule in ruleset.rules.values() if rule.pack == ruleset.id for a in rule.fulfils}
    return [article for article in ruleset.articles.values() if not _covered(article.id, named)]


def rules_by_article(ruleset: RuleSet) -> dict[str, list[str]]:
    """Each article and the pack's own rules that fulfil it."""
    found: dict[str, list[str]] = {id: [] for id in ruleset.articles}
    for rule in ruleset.rules.values():
        for article in rule.fulfils if rule.pack == ruleset.id else ():
            found.setdefault(article, []).append(rule.id)
    return found


def _covered(article: str, named: set[str]) -> bool:
    return any(
        n == article or n.startswith(article + ".") or article.startswith(n + ".") for n in named
    )
