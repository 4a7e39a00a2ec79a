# SPDX-License-Identifier: EUPL-1.2
"""Whom the other side can ring: nobody is named without a number that can be one."""

import pytest
from django.utils import translation

from samvern.access.contact_person import (
    ContactPerson,
    chosen_contact_person,
    dump_contact_person,
    load_contact_person,
)
from samvern.access.errors import Rejected

ACTOR = object()
"""Not looked up: somebody is named in each of these."""
NO_NUMBER = "Write a telephone number, such as 22 33 44 55."
NOBODY = "Write whom the other side can ring, with a number."


def test_who_is_named_is_kept_as_it_was_typed_and_dialled_as_a_telephone_does() -> None:
    found = chosen_contact_person(ACTOR, "  Kari ", " 22 33 44 55 ")  # type: ignore[arg-type]
    assert (found, found.tel) == (ContactPerson("Kari", "22 33 44 55"), "+4722334455")


@pytest.mark.parametrize(
    ("name", "phone", "said"),
    [("Kari", "", NOBODY), ("", "22334455", NOBODY), ("Kari", "ring meg", NO_NUMBER)],
)
def test_half_a_call_and_what_is_no_number_are_refused(name: str, phone: str, said: str) -> None:
    with translation.override("en"), pytest.raises(Rejected) as refused:
        chosen_contact_person(ACTOR, name, phone)  # type: ignore[arg-type]
    assert refused.value.message_dict == {"call_phone": [said]}


@pytest.mark.parametrize("call", [ContactPerson("Øyvind Åsen", "+47 22 33 44 55"), ContactPerson()])
def test_what_is_sealed_is_read_again(call: ContactPerson) -> None:
    assert load_contact_person(dump_contact_person(call)) == call


def test_the_text_to_seal_has_norwegian_letters_as_they_are() -> None:
    assert dump_contact_person(ContactPerson("Åse", "112")) == '{"name": "Åse", "phone": "112"}'
    assert (load_contact_person(""), bool(load_contact_person(""))) == (
        ContactPerson("", ""),
        False,
    )
