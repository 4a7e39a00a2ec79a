# SPDX-License-Identifier: EUPL-1.2
"""What the environment may say, and what production refuses."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from samvern.web.environment import SettingError, read_database_url, read_environment
from samvern.web.keyring import Keyring

TEST_KEYS = Path(__file__).parents[1] / "data/keys/keys.json"
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


WORKSPACE = {
    "SAMVERN_SECRET_KEY": KEY,
    "SAMVERN_HOSTS": "samvern.no",
    "DATABASE_URL": "postgresql://samvern_app@127.0.0.1:1/gone?connect_timeout=1",
    "SAMVERN_GATE_KEY": "Z2F0ZS1vZi10aGUtdGVzdHMtMzItYnl0ZXMtbG9uZyE",
}


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    Keyring.make("production", date(2026, 11, 23))[0].write(path)
    return path


def test_a_workspace_with_keys_of_its_own_starts(key_file: Path) -> None:
    result = start(SAMVERN_MODE="production", SAMVERN_KEYS=str(key_file), **WORKSPACE)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("variables", "reason"),
    [
        ({"SAMVERN_GATE_KEY": ""}, "SAMVERN_GATE_KEY is not set"),
        ({"SAMVERN_GATE_KEY": f"demo-{WORKSPACE['SAMVERN_GATE_KEY']}"}, "demonstration key"),
        ({"SAMVERN_GATE_KEY": "c2hvcnQ"}, "is not 32 bytes in base64"),
        ({"SAMVERN_GATE_KEY": "***"}, "is not 32 bytes in base64"),
        ({"SAMVERN_KEYS": ""}, "SAMVERN_KEYS is not set"),
        ({"SAMVERN_KEYS": "/nowhere/keys.json"}, "cannot read the keys in /nowhere/keys.json"),
        ({"SAMVERN_KEYS": str(TEST_KEYS)}, "holds demonstration keys"),
        ({"SAMVERN_KEYS": __file__}, "is not a file of keys"),
    ],
)
def test_an_unsafe_workspace_does_not_start(
    key_file: Path, variables: dict[str, str], reason: str
) -> None:
    safe = {"SAMVERN_MODE": "production", "SAMVERN_KEYS": str(key_file), **WORKSPACE}
    result = start(**{**safe, **variables})
    assert result.returncode == 1
    assert reason in result.stderr.strip().splitlines()[-1]


def test_keys_that_others_may_read_are_refused(key_file: Path) -> None:
    key_file.chmod(0o640)
    result = start(SAMVERN_MODE="production", SAMVERN_KEYS=str(key_file), **WORKSPACE)
    assert "may be read by others; run: chmod 600" in result.stderr.strip().splitlines()[-1]


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


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"SAMVERN_WORKERS": "abc"}, "SAMVERN_WORKERS is 'abc'; it must be 1 to 64"),
        ({"SAMVERN_WORKERS": "0"}, "SAMVERN_WORKERS is '0'; it must be 1 to 64"),
        ({"SAMVERN_WORKERS": "٣"}, "SAMVERN_WORKERS is '٣'; it must be 1 to 64"),
        (
            {"SAMVERN_EXIT_URL": "javascript:alert(1)"},
            "SAMVERN_EXIT_URL is 'javascript:alert(1)'; it must be an address of https://",
        ),
        (
            {"SAMVERN_EXIT_URL": "www.yr.no"},
            "SAMVERN_EXIT_URL is 'www.yr.no'; it must be an address of https://",
        ),
        (
            {"SAMVERN_EXIT_URL": "http://["},
            "SAMVERN_EXIT_URL is 'http://['; it must be an address of https://",
        ),
        (
            {"SAMVERN_HOSTS": "https://sak.example.no"},
            "SAMVERN_HOSTS holds 'https://sak.example.no'; it must be a host name such as "
            "sak.example.no",
        ),
        (
            {"SAMVERN_OIDC_ISSUER": "https://test.idporten.no"},
            "SAMVERN_OIDC_CLIENT is not set; the identity provider needs all of them: "
            "SAMVERN_OIDC_ISSUER, SAMVERN_OIDC_CLIENT, SAMVERN_OIDC_KEY",
        ),
        (
            {"SAMVERN_OIDC_CLIENT": "samvern", "SAMVERN_OIDC_KEY": "/k"},
            "SAMVERN_OIDC_ISSUER is not set; the identity provider needs all of them: "
            "SAMVERN_OIDC_ISSUER, SAMVERN_OIDC_CLIENT, SAMVERN_OIDC_KEY",
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as refused:
        read_environment()
    assert (str(refused.value), refused.value.exit_code) == (told, 2)


def test_a_bad_key_of_the_guide_is_told_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERN_GUIDE_KEYS", f"{'A' * 43}=,hemmelig")
    with pytest.raises(SettingError) as refused:
        read_environment()
    assert str(refused.value).startswith("SAMVERN_GUIDE_KEYS: key 2 must be 32 bytes")
    assert "hemmelig" not in str(refused.value)
