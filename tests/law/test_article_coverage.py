# SPDX-License-Identifier: EUPL-1.2
"""Which articles a pack's own rules fulfil: by name, by a part, or by the whole."""

from dataclasses import replace

import pytest

from samvern.law.article_coverage import rules_by_article, uncovered_articles
from samvern.law.model import RuleSet
from support.packs import MakePack, rule

ARTICLES = "articles:\n" + "".join(
    f"  - {{id: {id}, name: Name, text: Text}}\n" for id in ("A.1", "A.1.a", "A.1.b", "A.11", "A.2")
)


@pytest.fixture
def ruleset(make_pack: MakePack) -> RuleSet:
    """Five articles, and a rule that fulfils one of them."""
    return make_pack(rule("adult", fulfils="[A.1.a]"), articles=ARTICLES).ruleset


def test_an_article_is_covered_by_itself_its_part_and_its_whole(ruleset: RuleSet) -> None:
    assert [article.id for article in uncovered_articles(ruleset)] == ["A.1.b", "A.11", "A.2"]
    whole = replace(ruleset.rules["r"], fulfils=("A.1",))
    found = uncovered_articles(replace(ruleset, rules={"r": whole}))
    assert [article.id for article in found] == ["A.11", "A.2"]


def test_each_article_has_the_rules_that_name_it_in_their_order(ruleset: RuleSet) -> None:
    second = replace(ruleset.rules["r"], id="s", fulfils=("A.1.a", "A.2"))
    inherited = replace(second, id="t", pack="another")
    more = replace(ruleset, rules={**ruleset.rules, "s": second, "t": inherited})
    assert rules_by_article(more) == {
        "A.1": [], "A.1.a": ["r", "s"], "A.1.b": [], "A.11": [], "A.2": ["s"],
    }  # fmt: skip
    assert [article.id for article in uncovered_articles(more)] == ["A.1.b", "A.11"]
    only_inherited = replace(ruleset, rules={"t": inherited})
    assert len(uncovered_articles(only_inherited)) == len(ruleset.articles)
