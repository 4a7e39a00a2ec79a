# SPDX-License-Identifier: EUPL-1.2
"""Sealed answers: opened by us alone, unchanged, in time."""

import base64
import copy
import secrets
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.guide.keys import GivenKeys, RatchetKeys
from samvern.guide.sealing import (
    IDLE_SECONDS,
    LONGEST_SECONDS,
    LONGEST_TEXT,
    Expired,
    UnreadableSeal,
    seal,
    unseal,
)

NOW = 1_790_000_000
HOUR = 3600
ABOUT = b"pack"
LETTERS = string.ascii_letters + string.digits + "-_"


def ratchet() -> RatchetKeys:
    return RatchetKeys(NOW, LONGEST_SECONDS)


def given_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


KEYS = ratchet()


@given(st.binary(max_size=2000))
def test_what_was_sealed_comes_back(content: bytes) -> None:
    text = seal(content, keys=KEYS, about=ABOUT, begun=NOW - 5, now=NOW)
    opened = unseal(text, keys=KEYS, about=ABOUT, now=NOW)
    assert (opened.content, opened.begun) == (content, NOW - 5)


@given(st.binary(max_size=55), st.binary(max_size=55))
def test_the_length_does_not_tell_what_was_sealed(one: bytes, other: bytes) -> None:
    lengths = {
        len(seal(content, keys=KEYS, about=ABOUT, begun=NOW, now=NOW)) for content in (one, other)
    }
    assert len(lengths) == 1


@given(st.floats(0, 1, exclude_max=True), st.integers(1, len(LETTERS) - 1))
def test_no_changed_character_is_accepted(where: float, step: int) -> None:
    text = seal(b"answers", keys=KEYS, about=ABOUT, begun=NOW, now=NOW)
    place = int(where * (len(text) - 1))  # the last character may hold bits that mean nothing
    letter = LETTERS[(LETTERS.index(text[place]) + step) % len(LETTERS)]
    with pytest.raises(UnreadableSeal):
        unseal(text[:place] + letter + text[place + 1 :], keys=KEYS, about=ABOUT, now=NOW)


@given(st.text(max_size=300))
def test_nonsense_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableSeal):
        unseal(text, keys=KEYS, about=ABOUT, now=NOW)


def test_another_pack_or_key_cannot_open() -> None:
    text = seal(b"answers", keys=KEYS, about=ABOUT, begun=NOW, now=NOW)
    for keys, about in ((KEYS, b"other"), (ratchet(), ABOUT)):
        with pytest.raises(UnreadableSeal):
            unseal(text, keys=keys, about=about, now=NOW)


@pytest.mark.parametrize(
    ("begun", "sealed", "opened", "open_"),
    [
        (0, 0, IDLE_SECONDS, True),
        (0, 0, IDLE_SECONDS + 1, False),
        (0, LONGEST_SECONDS - 60, LONGEST_SECONDS, True),
        (0, LONGEST_SECONDS - 60, LONGEST_SECONDS + 1, False),
    ],
)
def test_answers_live_two_hours_idle_and_eight_in_all(
    begun: int, sealed: int, opened: int, open_: bool
) -> None:
    keys = GivenKeys([given_key()])
    text = seal(b"x", keys=keys, about=ABOUT, begun=NOW + begun, now=NOW + sealed)
    if open_:
        assert unseal(text, keys=keys, about=ABOUT, now=NOW + opened).content == b"x"
    else:
        with pytest.raises(Expired):
            unseal(text, keys=keys, about=ABOUT, now=NOW + opened)


def test_what_does_not_fit_in_a_cookie_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit in a cookie"):
        seal(bytes(LONGEST_TEXT), keys=KEYS, about=ABOUT, begun=NOW, now=NOW)


def test_a_new_key_in_front_seals_and_the_old_one_still_opens() -> None:
    old, new = given_key(), given_key()
    text = seal(b"x", keys=GivenKeys([old]), about=ABOUT, begun=NOW, now=NOW)
    assert unseal(text, keys=GivenKeys([new, old]), about=ABOUT, now=NOW).content == b"x"
    with pytest.raises(UnreadableSeal):
        unseal(text, keys=GivenKeys([new]), about=ABOUT, now=NOW)


@pytest.mark.parametrize(
    "key", ["", "short", "å" * 43, base64.urlsafe_b64encode(b"x" * 31).decode()]
)
def test_a_bad_key_is_told_without_repeating_it(key: str) -> None:
    with pytest.raises(ValueError, match=r"^key 2 must be 32 bytes written in URL-safe base64$"):
        GivenKeys([given_key(), key])


def test_forked_processes_open_each_others_answers_hours_later() -> None:
    parent = RatchetKeys(NOW, LONGEST_SECONDS)
    name, key = parent.current(NOW)
    one, other = fork(parent), fork(parent)
    name, key = one.current(NOW + 5 * HOUR)
    assert list(other.named(name, NOW + 5 * HOUR)) == [key]


def test_the_ratchet_forgets_keys_no_answer_can_need() -> None:
    keys = ratchet()
    name, key = keys.current(NOW)
    assert list(keys.named(name, NOW + LONGEST_SECONDS)) == [key]
    assert list(keys.named(name, NOW + LONGEST_SECONDS + 2 * HOUR)) == []


def fork(keys: RatchetKeys) -> RatchetKeys:
    twin = copy.copy(keys)
    twin._keys = dict(keys._keys)
    return twin
