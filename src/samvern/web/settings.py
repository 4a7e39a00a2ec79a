# SPDX-License-Identifier: EUPL-1.2
"""Django's settings. What differs between installations comes from ``environment.py`` alone."""

from pathlib import Path
from typing import Any

from samvern.web.environment import read_environment
from samvern.web.languages import found
from samvern.web.logs import LOGGING  # noqa: F401 (a Django setting)

ENVIRONMENT = read_environment()
PACKAGE = Path(__file__).resolve().parent.parent
PRODUCTION = ENVIRONMENT.mode == "production"

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "samvern.web.urls"
WSGI_APPLICATION = "samvern.web.wsgi.application"
DATABASES: dict[str, Any] = {**ENVIRONMENT.database}  # Django writes in it
GATE_KEY = ENVIRONMENT.gate_key
KEY_FILE = ENVIRONMENT.key_file
SIGNING_FILE = ENVIRONMENT.signing_file
VAULT_TOKEN_FILE = ENVIRONMENT.vault_token_file
DOCUMENTS_ROOT = ENVIRONMENT.documents
ANCHOR_FILE = ENVIRONMENT.anchors
CLAMD_ADDRESS = ENVIRONMENT.clamd
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "samvern.access",
    "samvern.identity",
    "samvern.cases",
    "samvern.guide",
    "samvern.web",
    "samvern.web.publications",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "samvern.web.middleware.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # No page repeats what a stranger sent, and Django varies the length at random (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "samvern.web.middleware.language.PathLanguage",
    "samvern.web.middleware.limits.BodyLimit",
    "samvern.web.middleware.origin.FetchMetadata",
    "django.middleware.common.CommonMiddleware",
    "samvern.web.middleware.origin.Csrf",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web/templates"],
        "APP_DIRS": True,  # with DEBUG off Django keeps compiled templates in memory
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "samvern.web.context.page",
            ],
        },
    }
]

AUTH_USER_MODEL = "access.User"

LANGUAGE_CODE = "nb"
LANGUAGES = found(PACKAGE / "locale")
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = None if ENVIRONMENT.mode == "test" else ENVIRONMENT.static_root
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENVIRONMENT.mode == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = ENVIRONMENT.mode == "test"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

GUIDE_PACK = ENVIRONMENT.pack
GUIDE_KEYS = ENVIRONMENT.guide_keys
GUIDE_EXIT_URL = ENVIRONMENT.exit_url
GUIDE_COOKIE_SECURE = PRODUCTION

# A request is at most a form or a batch of facts; nobody uploads files to the guide.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

# A cookie for the visit alone, bound to this host where HTTPS allows it.
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "samvern.web.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
X_FRAME_OPTIONS = "DENY"
