# SPDX-License-Identifier: EUPL-1.2
"""The published weights, and the score of a pair (Fellegi & Sunter 1969, equation 5).

A pair's weight is the sum over fields of ln(m / u): `m` how often a level is seen for two
records of one person, `u` how often for two different people. Both are fixed and published
here, never learnt from a register: at a few hundred records there is nothing to learn from.
Only `u` for full agreement is adapted, from how often values repeat *within* one list, where
two records are two people (`rates`).

`m` was set by judgement for registers filled in by interpreters and caseworkers: about three
names in four alike, one in twelve replaced (alias, nickname, married name), one birth date in
nine wrong or estimated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.compare import PLAIN_LEVELS, FieldAgreement, Levels

Floats = NDArray[np.float64]

# Levels as in `compare`: exact, sound, edit, part, initial, different.
NAME_M = (0.70, 0.07, 0.09, 0.02, 0.03, 0.09)
NAME_U = (0.004, 0.0015, 0.0018, 0.003, 0.06, 0.93)
SWAPPED_M = 0.06
# Exact, swapped, two of three, year only, year near, day and month, different.
BIRTH_M = (0.87, 0.005, 0.03, 0.88, 0.02, 0.01, 0.06)
BIRTH_U = (0.00006, 0.00005, 0.002, 0.02, 0.04, 0.0028, 0.93)
# One person whose two registers hold two different valid fødselsnummer: a number given anew. Rarer
# than twins with names alike, whom this must keep apart.
TWO_NUMBERS_M = 1e-6
# Exact, sound, different. Of countries "sound" is one former state, of numbers two fødselsnummer.
SIMPLE_M: Mapping[str, tuple[float, float, float]] = {
    "sex": (0.98, 0.0, 0.02),
    "nationality": (0.93, 0.90, 0.07),
    "number": (0.95, TWO_NUMBERS_M, 0.05),
    "street_number": (0.85, 0.01, 0.14),
    "address": (0.70, 0.12, 0.18),
    "address2": (0.65, 0.12, 0.23),
    "place": (0.75, 0.12, 0.13),
    "postcode": (0.80, 0.01, 0.19),
    "region": (0.90, 0.02, 0.08),
    "phone": (0.60, 0.01, 0.39),
    "case_number": (0.90, 0.01, 0.09),
}
SIMPLE_U: Mapping[str, tuple[float, float, float]] = {
    "sex": (0.5, 0.0, 0.5),
    "nationality": (0.08, 0.12, 0.92),
    "number": (1e-7, 1.0, 1.0),
    "street_number": (0.02, 0.002, 0.98),
    "address": (0.001, 0.001, 0.998),
    "address2": (0.002, 0.002, 0.996),
    "place": (0.005, 0.002, 0.993),
    "postcode": (0.002, 0.001, 0.997),
    "region": (0.2, 0.01, 0.79),
    "phone": (1e-5, 1e-5, 1.0),
    "case_number": (0.0005, 0.0005, 0.999),
}
DIFFERENT = PLAIN_LEVELS.index("different")
Rates = Mapping[str, float]
NEAR_NAMES = ("sound", "edit", "part", "initial")  # levels whose u a list can measure too
RATE_FIELDS = ("given", "family", "birth", "year", *SIMPLE_U)
PRIOR_PAIRS = 20_000.0  # how many pairs of evidence the published u is worth


@dataclass(frozen=True)
class Errors:
    """How often two records of one person show each level: m of the names and the date."""

    given: tuple[float, ...] = NAME_M
    family: tuple[float, ...] = NAME_M
    birth: tuple[float, ...] = BIRTH_M

    def normal(self) -> Errors:
        """From counts of pairs to shares."""
        given, family = (
            tuple(n / sum(names) for n in names) for names in (self.given, self.family)
        )
        return Errors(given, family, _normal_birth(self.birth))


def _normal_birth(counts: Sequence[float]) -> tuple[float, ...]:
    """Wrong years come with whole dates and with years alone; the rest with one of the two."""
    exact, swapped, two, _, near, same_day, other = counts
    both, whole = sum(counts), exact + swapped + two + same_day
    left = 1 - (near + other) / both
    parts = [left * n / whole for n in (exact, swapped, two, same_day)]
    return (*parts[:3], left, near / both, parts[3], other / both)


def published_rates() -> dict[str, float]:
    """How often two different people agree fully on a field, before any register is seen."""
    rates = {field: levels[0] for field, levels in SIMPLE_U.items()}
    return rates | {
        "given": NAME_U[0], "family": NAME_U[0], "birth": BIRTH_U[0], "year": BIRTH_U[3],
    }  # fmt: skip


def pair_weights(agreement: FieldAgreement, rates: Rates, errors: Errors | None = None) -> Floats:
    """ln of the likelihood ratio of each pair, shape (pairs,)."""
    errors = errors or Errors()
    total = _names(agreement, rates, errors) + _table(
        agreement.birth, errors.birth, _birth_u(rates)
    )
    simple = {
        "sex": agreement.sex,
        "nationality": agreement.nationality,
        "number": agreement.number,
        **agreement.extras,
    }
    for field, levels in simple.items():
        u = with_exact(SIMPLE_U[field], rates[field])
        if field == "number":  # two numbers are two numbers, however often numbers repeat
            u = (u[0], *SIMPLE_U[field][1:])
        weights = _table(levels, SIMPLE_M[field], u)
        # A person may hold several numbers and nationalities: disagreement says little.
        if field in ("number", "nationality"):
            weights = np.where(levels == DIFFERENT, np.maximum(weights, -1.0), weights)
        total = total + weights
    return total


def _names(agreement: FieldAgreement, rates: Rates, errors: Errors) -> Floats:
    given = _table(agreement.given, errors.given, name_u("given", rates))
    family = _table(agreement.family, errors.family, name_u("family", rates))
    order = np.log(np.where(agreement.swapped, SWAPPED_M, 1 - SWAPPED_M))
    return np.asarray(given + family + order)


def name_u(slot: str, rates: Rates) -> tuple[float, ...]:
    """How often two different people show each level of a name."""
    u = with_exact(NAME_U, rates[slot])
    near = [
        rates.get(f"{slot}:{level}", usual) for level, usual in zip(NEAR_NAMES, u[1:5], strict=True)
    ]
    return (u[0], *near, max(1 - u[0] - sum(near), 0.05))


def _birth_u(rates: Rates) -> tuple[float, ...]:
    whole, year = rates["birth"], rates["year"]
    scale = max(year / BIRTH_U[3], 0.25)
    near = min(2 * year, 0.95)
    return (whole, BIRTH_U[1] * scale, BIRTH_U[2] * scale, year, near, *BIRTH_U[5:])


def with_exact(u: tuple[float, ...], exact: float) -> tuple[float, ...]:
    """Put the register's own rate in; near agreement scales with its square root."""
    scale = float(np.sqrt(exact / u[0]))
    return (exact, *(min(value * scale, 0.5) for value in u[1:-1]), u[-1])


def _table(levels: Levels, m: tuple[float, ...], u: tuple[float, ...]) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log(np.asarray(m) / np.asarray(u))
    weights = np.concatenate(([0.0], np.where(np.isfinite(ratio), ratio, 0.0)))
    return np.asarray(weights[levels])
