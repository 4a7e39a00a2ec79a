# SPDX-License-Identifier: EUPL-1.2
"""Places and requests drawn by Hypothesis, with everything that can be unknown now and then so."""

from hypothesis import strategies as st

from samvern.places.choices import (
    LANGUAGES,
    PlaceKind,
    Sex,
    Staffing,
    SubstancePolicy,
    SubstanceUse,
)
from samvern.places.matching.traits import PlaceTraits, RequestTraits

AGES = st.one_of(st.none(), st.integers(0, 80))
MAYBE = st.one_of(st.none(), st.booleans())
TONGUES = st.frozensets(st.sampled_from([code for code, _name in LANGUAGES]), max_size=3)
HOUR = st.integers(0, 23)
REGIONS = st.sampled_from(["", "vik", "by", "fjord"])

place_traits = st.builds(
    PlaceTraits,
    key=st.integers(0, 10**6),
    name=st.text("abc", max_size=2),
    kind=st.sampled_from(PlaceKind.values),
    region=REGIONS,
    apart=MAYBE,
    sexes=st.frozensets(st.sampled_from(Sex.values)),
    youngest=AGES,
    oldest=AGES,
    children=MAYBE,
    beds=st.integers(1, 5),
    accessible=MAYBE,
    languages=TONGUES,
    security=st.integers(1, 3),
    staffed=st.sampled_from(Staffing.values),
    policy=st.sampled_from(["", *SubstancePolicy.values]),
    intake=st.one_of(st.none(), st.tuples(HOUR, st.integers(1, 24)).filter(lambda t: t[0] != t[1])),
    free_hours=st.one_of(st.none(), st.floats(1, 10000)),
)
request_traits = st.builds(
    RequestTraits,
    sex=st.sampled_from(["", *Sex.values]),
    age=AGES,
    children=st.integers(0, 4),
    accessible=st.booleans(),
    languages=TONGUES,
    security=st.integers(1, 3),
    staffed=st.sampled_from(Staffing.values),
    use=st.sampled_from(["", *SubstanceUse.values]),
    avoids=st.booleans(),
    kinds=st.frozensets(st.sampled_from(PlaceKind.values), max_size=2),
    region=REGIONS,
    hours=st.floats(1, 5000),
    arrives=HOUR,
)
