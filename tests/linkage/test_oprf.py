# SPDX-License-Identifier: EUPL-1.2
"""The oblivious function is the one RFC 9497 defines, with its key in two halves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.linkage import oprf

KEY = bytes.fromhex("5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e")
BLIND = bytes.fromhex("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706")
# RFC 9497, appendix A.1.1, test vectors 1 and 2: input, blinded, evaluated, output.
VECTORS = [
    (
        "00",
        "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c",
        "7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e",
        "527759c3d9366f277d8c6020418d96bb393ba2afb20ff90df23fb7708264e2f3"
        "ab9135e3bd69955851de4b1f9fe8a0973396719b7912ba9ee8aa7d0b5e24bcf6",
    ),
    (
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        "da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418",
        "b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25",
        "f4a74c9c592497375e796aa837e907b1a045d34306a749db9f34221f7e750cb4"
        "f2a6413a6bf6fa5e19ba6348eb673934a722a7ede2e7621306d18951e7cf2c73",
    ),
]
scalars = st.binary(min_size=64, max_size=64).map(oprf.scalar_from).filter(any)


@pytest.mark.parametrize(("message", "blinded", "evaluated", "output"), VECTORS)
def test_test_vectors_of_the_rfc(message: str, blinded: str, evaluated: str, output: str) -> None:
    asked = oprf.blind(bytes.fromhex(message), BLIND)
    answered = oprf.multiply(KEY, asked)
    unblinded = oprf.multiply(oprf.inverses([BLIND])[0], answered)
    found = oprf.finalize(bytes.fromhex(message), unblinded)
    assert (asked.hex(), answered.hex(), found.hex()) == (blinded, evaluated, output)


@given(scalars, scalars, scalars, st.binary(max_size=40))
def test_two_halves_give_the_function_under_their_sum(
    one: bytes, two: bytes, blinding: bytes, message: bytes
) -> None:
    total = (int.from_bytes(one, "little") + int.from_bytes(two, "little")) % oprf.ORDER
    if total == 0:
        return
    asked = oprf.blind(message, blinding)
    answered = oprf.add(oprf.multiply(one, asked), oprf.multiply(two, asked))
    unblinded = oprf.multiply(oprf.inverses([blinding])[0], answered)
    assert unblinded == oprf.multiply(total.to_bytes(32, "little"), oprf.hash_to_group(message))


def test_what_is_no_element_is_refused() -> None:
    with pytest.raises(ValueError, match="not an element"):
        oprf.multiply(KEY, b"\xff" * 32)
    with pytest.raises(ValueError, match="not an element"):
        oprf.multiply(KEY, bytes(32))  # the identity
