# SPDX-License-Identifier: EUPL-1.2
"""One address says where letters go."""

import pytest

from samvern.web.environment import SettingError
from samvern.web.mail import mail_settings


def test_without_a_server_letters_go_nowhere() -> None:
    assert mail_settings("", "x@example.org") == {
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"
    }


def test_a_server_is_asked_for_encryption() -> None:
    found = mail_settings("smtp://kari:p%40ss@mail.example.org", "samvern@example.org")
    assert found["EMAIL_HOST_PASSWORD"] == "p@ss"
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (
        587, True, False,
    )  # fmt: skip
    assert mail_settings("smtps://mail.example.org", "s@example.org")["EMAIL_USE_SSL"] is True


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp:///"])
def test_what_is_no_server_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(SettingError, match="SAMVERN_SMTP must look like") as error:
        mail_settings(url, "s@example.org")
    assert f"{url} " not in str(error.value)
