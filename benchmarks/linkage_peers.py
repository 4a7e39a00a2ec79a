# SPDX-License-Identifier: EUPL-1.2
"""The Python peers on the same people: only what is installed is measured."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

import linkage_data as data
from samvern.linkage import PersonRecord

Method = Callable[[list[PersonRecord], list[PersonRecord]], data.Quality]
_COLUMNS = ("street_number", "address", "address2", "place", "postcode", "region")


def _frame(people: list[PersonRecord]):  # type: ignore[no-untyped-def]
    import pandas as pd

    rows = []
    for p in people:
        year, month, day = p.birth
        born = f"{year}{month or 1:02d}{day or 1:02d}" if year else None
        extras = {c: p.extras.get(c) for c in _COLUMNS}
        given, family = " ".join(p.names[0].given), " ".join(p.names[0].family)
        rows.append({"unique_id": p.key, "given": given or None, "family": family or None,
                     "birth": born, **extras})  # fmt: skip
    return pd.DataFrame(rows)


def _one_to_one(scored: list[tuple[float, str, str]]) -> set[tuple[str, str]]:
    used: set[str] = set()
    kept = set()
    for _, a, b in sorted(scored, reverse=True):
        if a not in used and b not in used:
            used |= {a, b}
            kept.add((a, b))
    return kept


def recordlinkage_ecm(left: list[PersonRecord], right: list[PersonRecord]) -> data.Quality:
    """recordlinkage: sorted-neighbourhood free full index up to 1,000, blocks above; ECM."""
    import recordlinkage as rl

    one, two = (_frame(side).set_index("unique_id") for side in (left, right))
    index = rl.Index()
    if len(left) <= 1000:
        index.full()
    else:
        for column in ("given", "family", "birth"):
            index.block(column)
    pairs = index.index(one, two)
    compare = rl.Compare()
    compare.string("given", "given", method="jarowinkler", threshold=0.85, label="given")
    compare.string("family", "family", method="jarowinkler", threshold=0.85, label="family")
    compare.exact("birth", "birth", label="birth")
    if left[0].extras:
        for column in _COLUMNS:
            compare.string(column, column, method="jarowinkler", threshold=0.85, label=column)
    features = compare.compute(pairs, one, two)
    model = rl.ECMClassifier()
    model.fit(features)
    chance = model.prob(features)
    scored = [(p, a, b) for (a, b), p in chance.items() if p > 0.5]
    return data.rate(_one_to_one(scored), left, right)


def splink_em(left: list[PersonRecord], right: list[PersonRecord]) -> data.Quality:
    """Splink on DuckDB as its tutorial does it: library comparisons, EM, probability over 0.5."""
    import pyarrow as pa
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    extras = [cl.LevenshteinAtThresholds(c, 2) for c in _COLUMNS] if left[0].extras else []
    names = [cl.NameComparison("given"), cl.NameComparison("family")]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[*names, cl.LevenshteinAtThresholds("birth", [1, 2]), *extras],
        blocking_rules_to_generate_predictions=[
            block_on("given"), block_on("family"), block_on("birth"),
        ],
    )  # fmt: skip
    database = DuckDBAPI()
    tables = [
        database.register(pa.Table.from_pandas(_frame(side)), dataset_display_name=name)
        for name, side in (("l", left), ("r", right))
    ]
    linker = Linker(tables, settings, log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("given", "family"), block_on("family", "birth")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in ("birth", "family"):
        training.estimate_parameters_using_expectation_maximisation(block_on(column))
    found = linker.inference.predict(threshold_match_probability=0.5).as_record_list()
    own = {p.key for p in left}
    scored = []
    for row in found:
        a, b = row["unique_id_l"], row["unique_id_r"]
        scored.append((row["match_probability"], *((a, b) if a in own else (b, a))))
    return data.rate(_one_to_one(scored), left, right)


def splink_published(left: list[PersonRecord], right: list[PersonRecord]) -> data.Quality:
    """Splink on DuckDB with the weights published here, nothing trained."""
    from samvern.linkage.scale import link_with_splink

    scored = [(p, left[i].key, right[j].key) for i, j, p in link_with_splink(left, right, "duckdb")]
    return data.rate(_one_to_one([row for row in scored if row[0] > 0.5]), left, right)


AVAILABLE: dict[str, Method] = {
    name: method
    for name, module, method in (
        ("recordlinkage ECM", "recordlinkage", recordlinkage_ecm),
        ("Splink 5, EM", "splink", splink_em),
        ("Splink 5, weights of this room", "splink", splink_published),
    )
    if importlib.util.find_spec(module)
}
