# SPDX-License-Identifier: EUPL-1.2
"""YAML from strangers is data or a clear refusal, never anything else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law import PackError
from samvern.law.yamlfile import parse_yaml


def test_values_are_read_as_a_jurist_writes_them() -> None:
    text = b"a: yes\nno: 2026-02-03\nc: {x: '1', y: 1.5, z: 010}\nd: true\ne: null\nf: [1, -2]"
    assert parse_yaml(text, "f") == {
        "a": "yes",
        "no": date(2026, 2, 3),
        "c": {"x": "1", "y": 1.5, "z": "010"},
        "d": True,
        "e": None,
        "f": [1, -2],
    }


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (b"a: &x [1]\nb: *x", 1, "anchors and aliases"),
        (b"a: 1\nb: !!python/object/apply:os.system [id]", 2, "tag"),
        (b"[" * 100_000, 1, "nested deeper"),
        (b"a: {" * 5000, 1, "nested deeper"),
        (b"a: 1\n\xff: 2", 2, "UTF-8"),
        (b"a: 2026-02-30", 1, "is not a day that exists"),
        (b"a: 1\na: 2", 2, "written twice"),
        (b"- a", 1, "must be a mapping"),
        (b"a: 1\n---\nb: 2", 3, "one document"),
        (b"a: [1", 2, "not valid YAML"),
        (b"x" * 1_000_001, 0, "larger than"),
    ],
)
def test_what_is_dangerous_or_broken_is_refused_with_its_line(
    text: bytes, line: int, says: str
) -> None:
    with pytest.raises(PackError) as refused:
        parse_yaml(text, "f.yaml")
    problem = refused.value.problems[0]
    assert (problem.file, problem.line) == ("f.yaml", line)
    assert says in problem.message


@given(st.binary(max_size=200) | st.text("{}[]:,&*!|>-?'\"\n ab1", max_size=60).map(str.encode))
def test_nothing_else_than_a_refusal_comes_out(data: bytes) -> None:
    try:
        assert isinstance(parse_yaml(data, "f"), dict)
    except PackError as error:
        assert "f" in str(error)
