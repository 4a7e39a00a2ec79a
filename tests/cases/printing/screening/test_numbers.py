# SPDX-License-Identifier: EUPL-1.2
"""No number that tells who somebody is is left, however it is grouped; ordinary ones stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.cases.printing.screening import HIDDEN, OpenedClaim, Screen
from support.named import SIGNS, numbers

SHAPES = sorted(set(numbers()))
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def digits_left(text: str) -> list[str]:
    return [sign for sign in text if sign.isdecimal()]


def test_two_hundred_shapes_are_hidden() -> None:
    assert len(SHAPES) >= 200
    kept = [
        (kind, number)
        for kind, number in SHAPES
        for line in (
            f"Nummer {number}.",
            f"({number})",
            number,
            f"{number}, sa hun",
            f"a {number}\nb",
        )
        if digits_left(Screen([])(line))
    ]
    assert kept == []


@pytest.mark.parametrize("table", [EASTERN, PERSIAN], ids=["Arabic", "Persian"])
def test_digits_of_other_scripts_are_digits(table: dict[int, str]) -> None:
    kept = [number for _, number in SHAPES if digits_left(Screen([])(number.translate(table)))]
    assert kept == []


@settings(deadline=None)
@given(
    st.lists(st.from_regex(r"[0-9]{2,3}", fullmatch=True), min_size=5, max_size=7),
    st.sampled_from(sorted(set(SIGNS) - {"slash", "dot", "spaced", "dash", "none"})),
)
def test_nine_digits_are_hidden_in_any_grouping(groups: list[str], sign: str) -> None:
    assert digits_left(Screen([])(f"se {SIGNS[sign].join(groups)} der")) == []


@pytest.mark.parametrize(
    "text",
    [
        "010290-10036", "4123 4567", "22-12-34-56", "+47-412-34-567", "(+47) 412 34 567",
        "0047 412 34 567", "+44 7700 900123", "1234.56.78901", "AB1234567", "N 1234567",
        "C01X00T47", "P<NOR1234567", "2015 12345678", "2015/12345678", "201512 345678",
        "NO93 8601 1117 947", "41 23\n45 67", "tlf. 41234", "pass nr. 123456", "AB 12345",
        "f. 010290", "født 1. februar 1990", "born February 1, 1990", "01.02.1990", "1/2-1990",
        "1990-02-01", "010290", "01.02.90 10036", "personnummer 10036", "59.91390, 10.75220",
        "maria.k@example.no", "maria (at) example.no", "@maria_k95", "snap: maria_k95",
        "https://www.instagram.com/maria_k95", "Storgata 12 B, 0155 Oslo", "Nedre Vei 4",
        "P<XKXNOBODY<<MARIA<<<<<<<<<<<<<<<<<<<<<<<<<<<", "L898902C36XKX7408122F1204159<<<<<10",
        "gb29nwbk60161331926819", "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "DN 1234 A",
        "BP 77 KLM", "B-MW 1234", "maria at example dot no", "maria(a)example.no",
        "maria [at] example [dot] no", "snap maria_n95", "maria#1234", "Prinsens gt. 4",
        "Storgt. 12", "Postboks 123, 0155 Oslo", "Storgaten 12B H0203", "N59.9139 E10.7522",
        "59°54'50\"N 10°45'08\"E",
    ],
)  # fmt: skip
def test_numbers_and_addresses_in_usual_shapes_are_hidden(text: str) -> None:
    shown = Screen([])(f"Hun skrev {text} i går")
    assert (HIDDEN in shown, digits_left(shown), "maria" in shown) == (True, [], False)


@pytest.mark.parametrize(
    "text",
    [
        "møte 17.05.2026 kl. 10.30, § 60 a, kr 12 500", "fra 17.05.2026 til 19.05.2026",
        "17.–19.05.2026", "17.05.2026 10.30", "2026-05-17T10:30", "kl. 10.30-11.45", "10:30–11:45",
        "2024-2026", "12 500 kr", "kr 1 250 000", "1 250 000 personer", "50 % av 2 000",
        "LOV-2005-05-20-28 § 257", "straffeloven av 20. mai 2005", "§§ 257 og 258",
        "112 og 116 117", "uke 12", "rom 1204", "3 barn, 4 rom, 12 dager", "HR-2020-1234-A",
        "17/5-26", "NRK og TV 2", "7-24-17", "Dublin III, art. 17",
    ],
)  # fmt: skip
def test_ordinary_numbers_stay(text: str) -> None:
    screen = Screen([])
    assert (screen(text), screen.hidden) == (text, 0)


@pytest.mark.parametrize(
    "shape",
    [
        "2019-02-01", "01.02.2019", "1.2.2019", "1.2.19", "01 02 19", "010219", "1/2-19",
        "1. februar 2019", "1. feb. 2019", "1. februar", "1 February 2019", "February 1, 2019",
        "1st of February 2019", "2019年2月1日", "01022019", "02/01/2019",
    ],
)  # fmt: skip
def test_a_known_date_of_birth_is_hidden_in_any_shape(shape: str) -> None:
    screen = Screen([OpenedClaim("p", "birth_date", "2019-02-01")])
    assert screen(f"Barnet er fra {shape}, sa hun") == f"Barnet er fra {HIDDEN}, sa hun"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("paper", "XK-99.12", "kort xk 9912"),
        ("contact", "maria_k95", "skriv til Maria.K95"),
        ("number", "12345", "nummer 1 23-45"),
        ("alias", "Lille My 7", "lille-my7"),
    ],
)
def test_what_the_identity_room_holds_is_hidden(kind: str, value: str, text: str) -> None:
    shown = Screen([OpenedClaim("p", kind, value)])(text)
    assert (digits_left(shown), HIDDEN in shown) == ([], True)
