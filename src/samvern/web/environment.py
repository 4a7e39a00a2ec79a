# SPDX-License-Identifier: EUPL-1.2
"""The environment variables Samvern reads, all of them.

======================  ===================================================================
``SAMVERN_MODE``        ``production``, ``demo`` or ``test``; by default ``production`` where
                        DATABASE_URL names a database, and ``demo`` without one
``SAMVERN_SECRET_KEY``  at least 50 random characters; production needs it, else made up
``SAMVERN_HOSTS``       host names served, separated by commas; production needs it
``SAMVERN_STATIC_ROOT`` where hashed and compressed static files are put and served from
``DATABASE_URL``        ``postgresql://user:password@host:port/name``, PostgreSQL 16 or later,
                        as samvern_app; without it there is a guide and no workspace
``SAMVERN_OWNER_URL``   the same as samvern_owner, for ``database migrate``, ``restore``
``SAMVERN_BACKUP_URL``  the same as samvern_backup, for ``backup``
``SAMVERN_GATE_KEY``    32 bytes in URL-safe base64; the database opens sessions to it alone
``SAMVERN_KEYS``        the file of keys that ``samvern keys make`` wrote, mode 0600; or the
                        address of a Vault, ``vault+https://host:8200/transit/name``
``SAMVERN_SIGNING_KEYS``  with a Vault: the file of keys for signing and backing up
``SAMVERN_VAULT_TOKEN_FILE``  with a Vault: the file its agent keeps a token in
``SAMVERN_DOCUMENTS``   folder of the encrypted documents
``SAMVERN_ANCHORS``     file outside the database that signed heads of the audit are added to
``SAMVERN_CLAMD``       ClamAV's daemon: a socket's path or ``host:port``; without it documents
                        stay in quarantine
``SAMVERN_OIDC_ISSUER``  the OpenID provider people may sign in through, such as ID-porten's
                        https address; without it password and passkey are the ways
``SAMVERN_OIDC_CLIENT``  our name there
``SAMVERN_OIDC_KEY``    file of our private RSA key (PEM or JWK), mode 0600
``SAMVERN_OIDC_SCOPE``  default ``openid profile``
``SAMVERN_OIDC_SUBJECT``  the claim that names a person: ``pid`` (default) or ``sub``
``SAMVERN_OIDC_LEVELS``  levels (``acr``) accepted, the lowest first, by commas; default both of
                        ID-porten's. Work with cases always asks for ``idporten-loa-high``
                        unless SAMVERN_OIDC_CASEWORK says ``substantial``
``SAMVERN_SMTP``        the server that carries letters, ``smtp://user:password@host:port`` or
                        ``smtps://``; without it nobody is mailed, and notices are read here
``SAMVERN_MAIL_FROM``   whom letters come from
``SAMVERN_WORKERS``     processes that serve; default one per core, at most four
``SAMVERN_PACK``        the pack of law the guide uses; default ``norway``
``SAMVERN_GUIDE_KEYS``  keys for visitors' answers where several machines serve, by commas:
                        32 bytes each in URL-safe base64; the first seals, all open
``SAMVERN_EXIT_URL``    the neutral page that quick exit opens; default the weather
======================  ===================================================================
"""

import base64
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from samvern.guide.keys import GivenKeys

MODES = ("demo", "test", "production")
SECRET_KEY_LENGTH = 50
MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
MAKE_A_GATE = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
MAKE_A_GUIDE = (
    "python3 -c 'import base64, secrets; "
    "print(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())'"
)
WORKER_LIMIT = 64
HOST = re.compile(
    r"\.?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?"
)
DEMO_KEY_PREFIX = "demo-"
GATE_KEY_LENGTH = 32  # bytes
LOCAL = ("localhost", "127.0.0.1", "[::1]")
CHECKOUT = Path(__file__).resolve().parents[3]
PathOrNone = TypeVar("PathOrNone", Path, Path | None)


class SettingError(ValueError):
    """An environment variable cannot be used; shown as one line, exit code 2."""

    exit_code = 2


@dataclass(frozen=True)
class Environment:
    """What the environment asks for, read once."""

    mode: str = "demo"
    secret_key: str = ""
    hosts: tuple[str, ...] = LOCAL
    static_root: Path = CHECKOUT / ".cache/static"
    pack: str = "norway"
    guide_keys: tuple[str, ...] = ()
    workers: int | None = None
    exit_url: str = "https://www.yr.no/"
    gate_key: bytes = b""
    gate_key_is_demo: bool = False
    key_file: str = ""
    signing_file: Path | None = None
    vault_token_file: str = ""
    documents: Path = CHECKOUT / ".data/documents"
    anchors: Path = CHECKOUT / ".data/anchors.jsonl"
    clamd: str = ""
    smtp: str = ""
    mail_from: str = "samvern@localhost"
    owner_url: str = ""
    backup_url: str = ""
    oidc_issuer: str = ""
    oidc_client: str = ""
    oidc_key: Path | None = None
    oidc_scope: str = "openid profile"
    oidc_subject: str = "pid"
    oidc_levels: tuple[str, ...] = ("idporten-loa-substantial", "idporten-loa-high")
    oidc_casework: str = "high"
    database: dict[str, Any] = field(default_factory=dict)


def default_mode() -> str:
    """The mode of a command that nobody gave one: no database is worked on by a demonstration's
    rules unless somebody says that it is one.
    """
    return "production" if os.environ.get("DATABASE_URL") else "demo"


def read_environment() -> Environment:
    """The environment of this process.

    Raises:
        SettingError: an unknown mode, no key in production, or a value that cannot be used; it says
            which variable, and repeats no secret.
    """
    mode = os.environ.get("SAMVERN_MODE") or default_mode()
    if mode not in MODES:
        raise SettingError(f"SAMVERN_MODE is {mode!r}; it must be one of {', '.join(MODES)}")
    key = os.environ.get("SAMVERN_SECRET_KEY", "")
    if not key and mode == "production":
        raise SettingError(f"SAMVERN_SECRET_KEY is not set; make one with: {MAKE_A_KEY}")
    gate = os.environ.get("SAMVERN_GATE_KEY", "")
    keys = os.environ.get("SAMVERN_KEYS", "")
    local = {"production": (), "demo": LOCAL, "test": (*LOCAL, "testserver")}[mode]
    return Environment(
        mode=mode,
        secret_key=key or secrets.token_urlsafe(SECRET_KEY_LENGTH),
        hosts=_read_hosts() or local,
        pack=os.environ.get("SAMVERN_PACK", Environment.pack),
        guide_keys=_read_guide_keys(),
        workers=_read_workers(),
        exit_url=_read_exit_url(),
        static_root=_path("SAMVERN_STATIC_ROOT", Environment.static_root),
        gate_key=_read_gate_key(gate.removeprefix(DEMO_KEY_PREFIX)),
        gate_key_is_demo=gate.startswith(DEMO_KEY_PREFIX),
        key_file=keys,
        signing_file=_path("SAMVERN_SIGNING_KEYS", Path(keys) if keys else None),
        vault_token_file=os.environ.get("SAMVERN_VAULT_TOKEN_FILE", ""),
        documents=_path("SAMVERN_DOCUMENTS", Environment.documents),
        anchors=_path("SAMVERN_ANCHORS", Environment.anchors),
        clamd=os.environ.get("SAMVERN_CLAMD", ""),
        smtp=os.environ.get("SAMVERN_SMTP", ""),
        mail_from=os.environ.get("SAMVERN_MAIL_FROM", Environment.mail_from),
        owner_url=os.environ.get("SAMVERN_OWNER_URL", ""),
        backup_url=os.environ.get("SAMVERN_BACKUP_URL", ""),
        oidc_issuer=_read_issuer(),
        oidc_client=os.environ.get("SAMVERN_OIDC_CLIENT", ""),
        oidc_key=_path("SAMVERN_OIDC_KEY", None),
        oidc_scope=os.environ.get("SAMVERN_OIDC_SCOPE", Environment.oidc_scope),
        oidc_subject=_one_of("SAMVERN_OIDC_SUBJECT", ("pid", "sub")),
        oidc_levels=_listed("SAMVERN_OIDC_LEVELS") or Environment.oidc_levels,
        oidc_casework=_one_of("SAMVERN_OIDC_CASEWORK", ("high", "substantial")),
        database=read_database_url(os.environ.get("DATABASE_URL", "")),
    )


def _one_of(name: str, words: tuple[str, ...]) -> str:
    word = os.environ.get(name, words[0])
    if word not in words:
        raise SettingError(f"{name} is {word!r}; it must be one of {', '.join(words)}")
    return word


def _path(name: str, default: PathOrNone) -> Path | PathOrNone:
    given = os.environ.get(name)
    return Path(given) if given else default


def _read_gate_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        key = b"?"
    if text and len(key) != GATE_KEY_LENGTH:
        raise SettingError(
            f"SAMVERN_GATE_KEY is not 32 bytes in base64; make one with: {MAKE_A_GATE}"
        )
    return key


def _read_hosts() -> tuple[str, ...]:
    """Names as a browser sends them; links that the house prints begin with the first."""
    hosts = _listed("SAMVERN_HOSTS")
    for host in hosts:
        if host != "*" and not HOST.fullmatch(host):
            raise SettingError(
                f"SAMVERN_HOSTS holds {host!r}; it must be a host name such as sak.example.no"
            )
    return hosts


def _read_guide_keys() -> tuple[str, ...]:
    keys = _listed("SAMVERN_GUIDE_KEYS")
    try:
        GivenKeys(keys)
    except ValueError as error:
        raise SettingError(f"SAMVERN_GUIDE_KEYS: {error}; make one with: {MAKE_A_GUIDE}") from None
    return keys


def _read_workers() -> int | None:
    text = os.environ.get("SAMVERN_WORKERS")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= WORKER_LIMIT):
        raise SettingError(f"SAMVERN_WORKERS is {text!r}; it must be 1 to {WORKER_LIMIT}")
    return int(text)


def _read_exit_url() -> str:
    url = os.environ.get("SAMVERN_EXIT_URL", Environment.exit_url)
    try:
        parts = urlsplit(url)
        there = parts.scheme in ("https", "http") and parts.hostname and parts.port != 0
    except ValueError:
        there = False
    if not there or not url.isprintable() or set(url) & set(' "<>'):
        raise SettingError(f"SAMVERN_EXIT_URL is {url!r}; it must be an address of https://")
    return url


def _read_issuer() -> str:
    """All of what an identity provider needs, or nothing: half of it would fail at a sign-in."""
    names = ("SAMVERN_OIDC_ISSUER", "SAMVERN_OIDC_CLIENT", "SAMVERN_OIDC_KEY")
    missing = [name for name in names if not os.environ.get(name)]
    if missing and len(missing) < len(names):
        raise SettingError(f"{missing[0]} is not set; the identity provider needs all of them: "
                           f"{', '.join(names)}")  # fmt: skip
    return os.environ.get(names[0], "")


def _listed(name: str) -> tuple[str, ...]:
    words = os.environ.get(name, "").split(",")
    return tuple(word.strip() for word in words if word.strip())


# The pool waits twice as long before each try to connect; only one that gives up soon starts anew
# with the next request, and is not asleep for minutes after a long fall of the database.
POOL = {"min_size": 0, "max_size": 4, "timeout": 10, "reconnect_timeout": 3}


def read_database_url(url: str) -> dict[str, Any]:
    """Django's ``DATABASES`` for a libpq URL; empty without one (the guide needs no database).

    Raises:
        SettingError: the URL cannot be read; it is not repeated, as it holds a password.
    """
    if not url:
        return {}
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(url))
    except ProgrammingError:
        raise SettingError("DATABASE_URL must look like postgresql://user@host/name") from None
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    known = {ours: str(parts.pop(theirs, "")) for theirs, ours in names.items()}
    return {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            **known,
            "PORT": str(parts.pop("port", "")),
            # Row security reads settings made for one transaction, so a request is one transaction.
            "ATOMIC_REQUESTS": True,
            # A connection that died with the database is found out before a request gets it.
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {**parts, "pool": {**POOL}},
        }
    }
