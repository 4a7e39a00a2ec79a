# SPDX-License-Identifier: EUPL-1.2
"""How long files and functions are, room by room."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("src/samvern", "tests", "benchmarks")


@dataclass(frozen=True)
class Sizes:
    """Lines of each file and function of a room."""

    room: str
    files: dict[str, int]
    functions: dict[str, int]

    def row(self) -> str:
        """Files: number, median, 90th percentile, most. Functions: number, median, most."""
        files, functions = sorted(self.files.values()), sorted(self.functions.values()) or [0]
        return (
            f"{self.room:<22}{len(files):>6}{median(files):>8.0f}{ninth_decile(files):>6.0f}"
            f"{files[-1]:>6}{len(functions):>11}{median(functions):>8.0f}{functions[-1]:>6}"
        )


def ninth_decile(values: list[int]) -> float:
    """The value nine in ten stay below."""
    return quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]


def measure() -> list[Sizes]:
    """The sizes of each room, and of the whole last."""
    rooms = [
        sizes_of(path.relative_to(ROOT).as_posix(), sorted(path.rglob("*.py")))
        for folder in FOLDERS
        for path in _rooms(ROOT / folder)
    ]
    present = [room for room in rooms if room.files]
    every = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return [*present, sizes_of("all", every)]


def sizes_of(room: str, paths: list[Path]) -> Sizes:
    """Measure some files."""
    files = {p.relative_to(ROOT).as_posix(): p.read_text().count("\n") for p in paths}
    functions = {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name in files
        for node in ast.walk(ast.parse((ROOT / name).read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return Sizes(room, files, functions)


def _rooms(folder: Path) -> Iterator[Path]:
    if folder.name == "benchmarks":
        yield from [folder] if folder.is_dir() else []
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name != "__pycache__":
            yield path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the table when the house was tested."""
    reports = [report for kind in terminalreporter.stats.values() for report in kind]
    if not any(getattr(report, "nodeid", "").startswith("tests/house") for report in reports):
        return
    terminalreporter.section("budgets")
    terminalreporter.write_line(
        f"{'room':<22}{'files':>6}{'median':>8}{'p90':>6}{'most':>6}"
        f"{'functions':>11}{'median':>8}{'most':>6}"
    )
    for sizes in measure():
        terminalreporter.write_line(sizes.row())
