# SPDX-License-Identifier: EUPL-1.2
"""Django's settings. What differs between installations comes from ``environment.py`` alone."""

from pathlib import Path
from typing import Any

from samvern.web.environment import read_environment
from samvern.web.languages import find_languages
from samvern.web.logs import LOGGING  # noqa: F401 (a Django setting)
from samvern.web.mail import mail_settings

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
    "django.contrib.contenttypes",  # asked for by auth, as auth is by allauth
    "django.contrib.auth",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "samvern.access",
    "samvern.identity",
    "samvern.cases",
    "samvern.referrals",
    "samvern.places",
    "samvern.helpline",
    "samvern.coordination",
    "samvern.guide",
    "samvern.web",
    "samvern.web.publications",
    "procrastinate.contrib.django",
    "samvern.web.jobs",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "samvern.web.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samvern.web.middleware.QuickExitMiddleware",
    "samvern.web.allowance.PublicAllowance",
    # No page repeats what a stranger sent, and Django varies the length at random (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "samvern.web.middleware.PathLanguage",
    "samvern.web.middleware.BodyLimit",
    "samvern.web.middleware.FetchMetadata",
    "django.middleware.common.CommonMiddleware",
    "samvern.web.middleware.Csrf",
    "samvern.access.login.sessions.browser_session.WorkspaceSessionMiddleware",
    "samvern.access.login.sessions.browser_session.SessionMessagesMiddleware",
    "samvern.access.login.oidc.middleware.ProviderCalls",
    "samvern.access.login.sessions.browser_session.UnitOfWorkMiddleware",
    "samvern.web.allowance.UnknownVisitors",
    "samvern.access.login.sessions.browser_session.WorkspaceUserMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each noun keeps its own; what stands above them all comes first. With DEBUG off Django
        # keeps compiled templates in memory, so a folder is looked into once.
        "DIRS": [PACKAGE / "web/templates", *sorted(PACKAGE.rglob("templates"))],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "samvern.web.navigation.page_context",
                "django.contrib.messages.context_processors.messages",
                "samvern.cases.case_header.domain.emergency_access_banners",
            ],
        },
    }
]

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["samvern.access.login.passwords.backend.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"samvern.access.login.passwords.validators.{name}"}
    for name in ("PasswordLengthValidator", "GuessedPasswordValidator", "LoginInPasswordValidator")
]
PASSWORD_HASHERS = ["samvern.access.login.passwords.hasher.PasswordHasher"]
LOGIN_URL = "account_login"
CACHES = {"default": {"BACKEND": "samvern.access.login.rate_limit_cache.DatabaseCounterCache"}}

ACCOUNT_ADAPTER = "samvern.access.login.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # there is no sign-up; allauth wants to know
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 10 * 60
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reauthenticate": "10/m/user",
}
ACCOUNT_FORMS = {"login": "samvern.access.login.passwords.forms.SignInForm"}
MFA_ADAPTER = "samvern.access.login.second_factors.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "samvern.access.login.second_factors.code_forms.CodeForm",
    "authenticate_webauthn": "samvern.access.login.second_factors.passkey_forms.PasskeyForm",
    "login_webauthn": "samvern.access.login.second_factors.passkey_forms.SignInPasskeyForm",
    "reauthenticate": "samvern.access.login.second_factors.code_forms.ReauthenticateCodeForm",
    "reauthenticate_webauthn": "samvern.access.login.second_factors.passkey_forms.ReauthenticatePasskeyForm",  # noqa: E501
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Passkeys are bound to the host; a demonstration on this machine has no HTTPS to bind to.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
OIDC_ISSUER, OIDC_CLIENT = ENVIRONMENT.oidc_issuer, ENVIRONMENT.oidc_client
OIDC_KEY_FILE = ENVIRONMENT.oidc_key
OIDC_SCOPE, OIDC_SUBJECT = ENVIRONMENT.oidc_scope, ENVIRONMENT.oidc_subject
OIDC_LEVELS, OIDC_CASEWORK = ENVIRONMENT.oidc_levels, ENVIRONMENT.oidc_casework

# A letter says that there is a deadline and nothing else (cases/deadlines/reminders.py).
globals().update(mail_settings(ENVIRONMENT.smtp, ENVIRONMENT.mail_from))

LANGUAGE_CODE = "nb"
LANGUAGES = find_languages(PACKAGE / "locale")
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
WHITENOISE_ROOT = PACKAGE / "web/root"  # favicon.ico, which browsers ask for at the root
WHITENOISE_USE_FINDERS = ENVIRONMENT.mode == "test"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

if ENVIRONMENT.mode == "test":  # all tests come from one address
    PUBLIC_RATES = dict.fromkeys(("page", "program", "stranger"), (1e12, 1e12))

GUIDE_PACK = ENVIRONMENT.pack
GUIDE_KEYS = ENVIRONMENT.guide_keys
GUIDE_EXIT_URL = ENVIRONMENT.exit_url
GUIDE_COOKIE_SECURE = PRODUCTION

# A request is at most a form or a batch of facts; a document comes in on one address alone, and
# stays in memory: a temporary file would be an unencrypted copy.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DOCUMENT_BYTES + 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

# A cookie for the visit alone, bound to this host where HTTPS allows it.
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "samvern.web.error_pages.csrf_failure"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_ENGINE = "samvern.access.login.sessions.browser_session"
SESSION_COOKIE_NAME = "__Host-sid" if PRODUCTION else "sid"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
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
