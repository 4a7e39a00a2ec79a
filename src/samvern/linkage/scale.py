# SPDX-License-Identifier: EUPL-1.2
"""Past 100,000 records: the same weights through Splink, on DuckDB or, past one machine, Spark.

Nothing is trained: `m` and `u` are the published ones, so that both engines, and the room's own
engine on the same levels, score a pair alike. Needs the dependency group `scale` (splink with
duckdb; pyspark and a Java runtime for Spark).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from tempfile import mkdtemp
from typing import Any, Literal

from samvern.linkage.errors import LinkageError
from samvern.linkage.names import fold, skeleton
from samvern.linkage.people import PersonRecord
from samvern.linkage.weights import BIRTH_M, BIRTH_U, NAME_M, NAME_U, SIMPLE_M, SIMPLE_U

Engine = Literal["duckdb", "spark"]
Found = list[tuple[int, int, float]]

COLUMNS = (
    "unique_id", "given", "given_sound", "family", "family_sound",
    "year", "month", "day", "sex", "nationality", "number",
)  # fmt: skip


def find_duplicates_at_scale(people: Sequence[PersonRecord], engine: str) -> Found:
    """As `plain.find_duplicates`, by Splink; only the first name of each person is compared."""
    return _run([people], "dedupe_only", engine)


def link_with_splink(
    left: Sequence[PersonRecord], right: Sequence[PersonRecord], engine: str
) -> Found:
    """(position in left, position in right, probability), the surest first."""
    return _run([left, right], "link_only", engine)


def settings(link_type: str, shared: float) -> dict[str, Any]:
    """Splink settings with the published weights; `shared` is the prior for two random records."""
    return {
        "link_type": link_type,
        "probability_two_random_records_match": shared,
        "retain_matching_columns": False,
        "comparisons": [
            _name("given"),
            _name("family"),
            _birth(),
            _simple("sex"),
            _simple("nationality"),
            _simple("number"),
        ],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": rule}
            for rule in (
                "l.year = r.year and l.month = r.month and l.day = r.day",
                "l.given_sound = r.given_sound and l.family_sound = r.family_sound",
                "l.given_sound = r.family_sound and l.family_sound = r.given_sound",
                "l.family_sound = r.family_sound and l.year = r.year",
                "l.number = r.number",
            )
        ],
    }


def _level(condition: str, m: float, u: float) -> dict[str, Any]:
    return {"sql_condition": condition, "label_for_charts": condition,
            "m_probability": m, "u_probability": u}  # fmt: skip


def _null(column: str) -> dict[str, Any]:
    condition = f"{column}_l IS NULL OR {column}_r IS NULL"
    return {"sql_condition": condition, "label_for_charts": "missing", "is_null_level": True}


def _name(slot: str) -> dict[str, Any]:
    tests = (
        f"{slot}_l = {slot}_r",
        f"{slot}_sound_l = {slot}_sound_r",
        f"levenshtein({slot}_l, {slot}_r) <= 1",
        f"substr({slot}_l, 1, 1) = substr({slot}_r, 1, 1)",
        "ELSE",
    )
    m = (*NAME_M[:3], NAME_M[4], NAME_M[5] + NAME_M[3])
    u = (*NAME_U[:3], NAME_U[4], NAME_U[5] + NAME_U[3])
    levels = [_level(*level) for level in zip(tests, m, u, strict=True)]
    return {"output_column_name": slot, "comparison_levels": [_null(slot), *levels]}


def _birth() -> dict[str, Any]:
    years, months, days = (f"{part}_l = {part}_r" for part in ("year", "month", "day"))
    tests = (
        f"{years} and {months} and {days}",
        f"{years} and month_l = day_r and day_l = month_r",
        f"{years} and ({months} or {days})",
        f"{years} and (day_l IS NULL or day_r IS NULL)",
        "abs(year_l - year_r) = 1",
        f"{months} and {days}",
        "ELSE",
    )
    levels = [_level(*level) for level in zip(tests, BIRTH_M, BIRTH_U, strict=True)]
    return {"output_column_name": "birth", "comparison_levels": [_null("year"), *levels]}


def _simple(column: str) -> dict[str, Any]:
    m, u = SIMPLE_M[column], SIMPLE_U[column]
    same = _level(f"{column}_l = {column}_r", m[0], u[0])
    other = _level("ELSE", m[2] if column == "sex" else 0.37 * u[2], u[2])
    return {"output_column_name": column, "comparison_levels": [_null(column), same, other]}


def rows(people: Sequence[PersonRecord]) -> Iterator[dict[str, Any]]:
    """One row a person, in the columns of `COLUMNS`; None where nothing is known."""
    for n, person in enumerate(people):
        name = person.names[0]
        given, family = ("".join(parts) for parts in (name.given, name.family))
        yield {
            "unique_id": n,
            "given": fold(given) or None,
            "given_sound": skeleton(given) or fold(given) or None,
            "family": fold(family) or None,
            "family_sound": skeleton(family) or fold(family) or None,
            "year": person.birth.year,
            "month": person.birth.month,
            "day": person.birth.day,
            "sex": person.sex or None,
            "nationality": person.nationalities[0] if person.nationalities else None,
            "number": person.numbers[0] if person.numbers else None,
        }


def _run(lists: Sequence[Sequence[PersonRecord]], link_type: str, engine: str) -> Found:
    try:
        from splink import Linker

        tables = (_on_spark if engine == "spark" else _on_duckdb)(lists)
    except ImportError as error:
        raise LinkageError(
            f"--engine {engine} needs {error.name}; install the dependency group `scale`"
        ) from None
    logging.getLogger("splink").setLevel(logging.ERROR)
    sizes = [len(people) for people in lists]
    shared = 0.3 / max(sizes) if link_type == "link_only" else 0.5 / sizes[0]
    linker = Linker(
        tables if len(tables) > 1 else tables[0], settings(link_type, shared), log_level=None
    )
    predicted = linker.inference.predict(threshold_match_probability=0.5)
    found = [
        (int(row["unique_id_l"]), int(row["unique_id_r"]), float(row["match_probability"]))
        for row in predicted.as_record_list()
    ]
    return sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _on_duckdb(lists: Sequence[Sequence[PersonRecord]]) -> list[Any]:
    import pyarrow as pa
    from splink.backends.duckdb import DuckDBAPI

    database = DuckDBAPI()
    text, number = pa.string(), pa.int64()
    schema = pa.schema(
        [(c, number if c in ("unique_id", "year", "month", "day") else text) for c in COLUMNS]
    )
    return [
        database.register(
            pa.Table.from_pylist(list(rows(people)), schema=schema),
            dataset_display_name=f"list{n}",
        )
        for n, people in enumerate(lists)
    ]


def _on_spark(lists: Sequence[Sequence[PersonRecord]]) -> list[Any]:
    from pyspark.sql import SparkSession
    from splink.backends.spark import SparkAPI

    session = (
        SparkSession.builder.master("local[2]")
        .appName("samvern-link")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", mkdtemp(prefix="samvern-spark-"))
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    session.sparkContext.setCheckpointDir(mkdtemp(prefix="samvern-spark-"))
    untyped: Any = SparkAPI
    database = untyped(spark_session=session)
    kinds = ("unique_id", "year", "month", "day")
    schema = ", ".join(f"{c} {'long' if c in kinds else 'string'}" for c in COLUMNS)
    return [
        database.register(
            session.createDataFrame([tuple(row.values()) for row in rows(people)], schema),
            dataset_display_name=f"list{n}",
        )
        for n, people in enumerate(lists)
    ]
