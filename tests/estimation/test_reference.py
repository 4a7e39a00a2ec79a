# SPDX-License-Identifier: EUPL-1.2
"""The figures of the reference packages on the same data and options.

R 4.2.2 with MultipleSystemsEstimation 1.2.0, SparseMSE 2.0.1, dga with MSETools, and Rcapture.
"""

import pytest

from samvern.estimation import Options, estimate
from samvern.estimation.bic import rank
from samvern.estimation.hierarchy import name
from support.lists import published

STEPWISE = {
    "UKdat_4": 11015,
    "UKdat_5": 11313,
    "UKdat": 11418,
    "Western": 2483.4,
    "Korea": 268.8,
    "Artificial_3": 539,
}
BIC = {
    "UKdat_4": 11987,
    "UKdat_5": 25311,
    "Western": 2483.4,
    "Korea": 157.2,
    "Artificial_3": 539,
}
GRAPHS = {
    "UKdat_4": (11397, (10158, 12710), (9501, 13585)),
    "UKdat_5": (23016, (11315, 29608), (10408, 33481)),
    "Western": (2128, (1568, 3060), (1340, 3868)),
    "Korea": (161, (135, 283), (124, 460)),
    "Artificial_3": (313, (106, 843), (97, 1950)),
}
INDEPENDENCE = {
    "UKdat_4": (10688, (9504, 12108)),
    "UKdat_5": (13438, (11985, 15166)),
    "UKdat": (12209, (10984, 13648)),
    "Western": (2000, (1431, 2965)),
    "Korea": (141, (131, 156)),
    "Artificial_3": (531, (286, 1268)),
}
CHAO = {
    "UKdat_5": (13541, (12054, 15266)),
    "UKdat": (12283, (11034, 13722)),
    "Western": (2135, (1468, 3199)),
    "Korea": (142, (133, 159)),
    "Artificial_3": (483, (270, 961)),
}
FEW = Options(bootstraps=30)


def whole(bounds: tuple[float, float] | None) -> tuple[int, ...]:
    return tuple(round(b) for b in bounds or ())


@pytest.mark.parametrize(("data", "point"), STEPWISE.items())
def test_stepwise_point(data: str, point: float) -> None:
    [result] = estimate(published(data), ["stepwise"], FEW)
    assert result.estimate == pytest.approx(point, rel=1e-4 if point > 600 else 1e-3)


@pytest.mark.parametrize(("data", "point"), BIC.items())
def test_bic_point(data: str, point: float) -> None:
    [result] = estimate(published(data), ["bic"], FEW)
    assert result.estimate == pytest.approx(point, rel=1e-4 if point > 600 else 1e-3)


def test_bic_ranks_all_models_as_rcapture_names_them() -> None:
    ranking = rank(published("UKdat_5"))
    assert name(ranking.models[0], ranking.effects) == "[25,34,123]"
    second_order = rank(published("UKdat_5"), order=2)
    assert second_order.total[0] == pytest.approx(22991, rel=1e-4)


@pytest.mark.parametrize(("data", "figures"), GRAPHS.items())
def test_graphs_to_the_digit(data: str, figures: tuple[object, ...]) -> None:
    [result] = estimate(published(data), ["graphs"])
    assert (result.estimate, result.interval80, result.interval95) == figures


@pytest.mark.parametrize(("data", "figures"), INDEPENDENCE.items())
def test_independence_to_the_person(data: str, figures: tuple[object, ...]) -> None:
    [result] = estimate(published(data), ["independence"])
    assert (round(result.estimate or 0), whole(result.interval95)) == figures


@pytest.mark.parametrize(("data", "figures"), CHAO.items())
def test_chao_to_the_person(data: str, figures: tuple[object, ...]) -> None:
    [result] = estimate(published(data), ["chao"])
    assert (round(result.estimate or 0), whole(result.interval95)) == figures


@pytest.mark.parametrize(
    ("data", "low", "high"), [("UKdat_4", 9028, 13482), ("UKdat", 9267, 14307)]
)
def test_stepwise_interval_within_monte_carlo_error(data: str, low: float, high: float) -> None:
    [result] = estimate(published(data), ["stepwise"], Options(bootstraps=2000))
    assert result.interval95 == pytest.approx((low, high), rel=0.08)


def test_threshold_keeps_the_same_pairs_and_agrees() -> None:
    [result] = estimate(published("UKdat"), ["threshold"])
    assert result.model == ("LA and NG, LA and PF, NG and GP, PF and GP, GO and GP, PF and NCA")
    assert result.estimate == pytest.approx(12346, rel=0.01)
    assert result.interval95 == pytest.approx((10891, 14408), rel=0.03)
