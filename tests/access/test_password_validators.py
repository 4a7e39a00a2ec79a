# SPDX-License-Identifier: EUPL-1.2
"""What a password must be, at the edges of each rule."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from samvern.access.login.passwords.validators import (
    GuessedPasswordValidator,
    LoginInPasswordValidator,
    PasswordLengthValidator,
)
from samvern.access.models import User


def refusal(
    validator: PasswordLengthValidator | GuessedPasswordValidator | LoginInPasswordValidator,
    password: str,
    login: str = "",
) -> str:
    """What the validator says, or nothing."""
    with translation.override("en"):
        try:
            validator.validate(password, User(login=login) if login else None)
        except ValidationError as error:
            return str(error.messages[0])
    return ""


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (11, "Use at least 12 characters."), (12, ""), (128, ""),
        (129, "Use at most 128 characters."),
    ],
)  # fmt: skip
def test_a_password_has_twelve_to_128_characters(length: int, said: str) -> None:
    assert refusal(PasswordLengthValidator(), "æ" * length) == said


@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("password", True),
        ("  PassWord ", True),
        ("password123456!!", True),
        ("passwordpassword", True),
        ("xyzxyzxyzxyz", True),
        ("æ" * 13, True),
        ("xyzäxyzäxyzä", True),
        ("xyzäöxyzäöxyzäö", False),
        ("passwordpasswort", False),
        ("fire kopper kaffe", False),
    ],
)
def test_what_is_guessed_first_is_refused(password: str, refused: bool) -> None:
    said = "This password is among the first that are guessed." if refused else ""
    assert refusal(GuessedPasswordValidator(), password) == said


@pytest.mark.parametrize(
    ("login", "password", "refused"),
    [
        ("kari.nordmann@eksempel.no", "min kari.nordmann@eksempel.no er lang", True),
        ("kari.nordmann@eksempel.no", "jeg heter KARI.NORDMANN i dag", True),
        ("kari", "kari bor i Bergen", True),
        ("ola", "ola bor i Bergen", False),
        ("ola@eksempel.no", "ola bor i Bergen", False),
        ("kari.nordmann@eksempel.no", "eksempel.no er et godt sted", False),
        ("", "kari bor i Bergen", False),
    ],
)
def test_a_login_name_is_no_part_of_a_password(login: str, password: str, refused: bool) -> None:
    said = "Do not use your login name in the password." if refused else ""
    assert refusal(LoginInPasswordValidator(), password, login) == said
