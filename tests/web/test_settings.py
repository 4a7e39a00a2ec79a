# SPDX-License-Identifier: EUPL-1.2
"""What the environment may say, and what production refuses."""

import os
import subprocess
import sys

import pytest

from samvern.web.environment import SettingError, read_database_url, read_environment

KEY = "Zr5Yw0q3VxT8nLk2PjH6sDf9aGb4eCm7uRi1oQtWyXzNvBpS-_kM"
START = "from samvern.web.wsgi import application"


def start(**variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    settings = {"DJANGO_SETTINGS_MODULE": "samvern.web.settings", **variables}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", START],
        env={**kept, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_safe_production_starts() -> None:
    result = start(SAMVERN_MODE="production", SAMVERN_SECRET_KEY=KEY, SAMVERN_HOSTS="samvern.no")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"SAMVERN_HOSTS": "samvern.no"}, "SAMVERN_SECRET_KEY is not set"),
        ({"SAMVERN_HOSTS": "samvern.no", "SAMVERN_SECRET_KEY": "short"}, "50 random characters"),
        ({"SAMVERN_HOSTS": "samvern.no", "SAMVERN_SECRET_KEY": "a" * 60}, "50 random characters"),
        ({"SAMVERN_HOSTS": "a.no", "SAMVERN_SECRET_KEY": f"demo-{KEY}"}, "demonstration key"),
        ({"SAMVERN_SECRET_KEY": KEY}, "SAMVERN_HOSTS must name"),
        ({"SAMVERN_SECRET_KEY": KEY, "SAMVERN_HOSTS": "*"}, "SAMVERN_HOSTS must name"),
    ],
)
def test_unsafe_production_does_not_start(variables: dict[str, str], reason: str) -> None:
    result = start(SAMVERN_MODE="production", **variables)
    assert result.returncode == 1
    assert reason in result.stderr.strip().splitlines()[-1]


def test_an_unknown_mode_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERN_MODE", "prod")
    with pytest.raises(SettingError, match="'prod'; it must be one of demo, test, production"):
        read_environment()


def test_a_demonstration_makes_up_a_new_key_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMVERN_SECRET_KEY", raising=False)
    assert read_environment().secret_key != read_environment().secret_key


def test_a_database_url_is_read() -> None:
    read = read_database_url("postgresql://u:p%40@db.example:5433/samvern?sslmode=require")
    found = {key: read["default"][key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert found == {
        "NAME": "samvern",
        "USER": "u",
        "PASSWORD": "p@",
        "HOST": "db.example",
        "PORT": "5433",
    }
    assert read["default"]["OPTIONS"]["sslmode"] == "require"


def test_a_bad_database_url_does_not_repeat_its_password() -> None:
    with pytest.raises(SettingError) as raised:
        read_database_url("postgresql://u:hemmelig@db/samvern?nonsense=1")
    assert "hemmelig" not in str(raised.value)
