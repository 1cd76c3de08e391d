"""Django settings. Everything a deployment may change is an environment variable, named here."""

import os
from datetime import timedelta
from pathlib import Path

from whatmatters.config.data_folder import data_folder, secret_key
from whatmatters.config.database import databases
from whatmatters.config.logs import logging_settings
from whatmatters.config.single_sign_on import allauth_apps, identity_providers

BASE = Path(__file__).resolve().parent.parent
DATA = data_folder()

DEBUG = os.environ.get("WHATMATTERS_DEBUG") == "1"
SECRET_KEY = secret_key(DATA)
LOCAL = "localhost,127.0.0.1,[::1],testserver"
ALLOWED_HOSTS = os.environ.get("WHATMATTERS_HOSTS", LOCAL).split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("WHATMATTERS_ORIGINS", "").split(",") if o]
WARM_ROTA = os.environ.get("WHATMATTERS_WARM_ROTA") == "1"  # load the kernel beside a team's day
HTTPS = os.environ.get("WHATMATTERS_HTTPS") == "1"

CONTEXTS = [
    "home",
    "retention",
    "letters",
    "insight",
    "exchange",
    "comparing",
    "switching",
    "charging",
    "payments",
    "rota",
    "delivery",
    "blocks",
    "funds",
    "direct_payments",
    "episodes",
    "shifts",
    "results",
    "wages",
    "limits",
    "outcomes",
    "commissioning",
    "teams",
    "trust",
    "people",
    "access",
    "records",
    "places",
    "frontend",
]
INSTALLED_APPS = [
    *[f"whatmatters.{name}" for name in CONTEXTS],
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "whatmatters.config.middleware.Traced",
    "whatmatters.config.middleware.NeverStored",
    "whatmatters.access.web.wall.Wall",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "whatmatters.frontend.error_pages.Pages",
    "whatmatters.config.middleware.Bounded",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "whatmatters.access.web.seen.Seen",
    "whatmatters.access.web.middleware.Access",
    "whatmatters.config.row_numbers.RowNumbers",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "whatmatters.config.urls"
WSGI_APPLICATION = "whatmatters.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "whatmatters.access.web.context.reader",
                "whatmatters.frontend.page.frame",
            ]
        },
    }
]

DATABASES = databases(DATA)

# What is due is enqueued by `whatmatters tick` and done by a worker: `serve` runs both.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Without a mail server nothing leaves by e-mail: letters are shown, to be printed and posted.
EMAIL_HOST = os.environ.get("WHATMATTERS_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("WHATMATTERS_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("WHATMATTERS_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("WHATMATTERS_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("WHATMATTERS_SMTP_SECURITY", "starttls") == "starttls"
EMAIL_USE_SSL = os.environ.get("WHATMATTERS_SMTP_SECURITY") == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("WHATMATTERS_MAIL_FROM", "")
SITE_ADDRESS = os.environ.get("WHATMATTERS_SITE", "")

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "whatmatters.access.web.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "whatmatters.access.web.forms.LoginForm",
    "change_password": "whatmatters.access.web.forms.ChangePasswordForm",
    "reauthenticate": "whatmatters.access.web.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_PRESERVE_USERNAME_CASING = False
# A council's whole staff may come from one address. `key` is a name from one address, never a name
# alone (that would let anybody lock a victim out everywhere), or whoever knows the password.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,10/300s/key",
    # Two codes of 59 bits are not guessed: a bound of load alone, so that no colleague's wrong
    # codes keep her out of the way back in (docs/hazard-log.toml, H27).
    "codes": "60/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("WHATMATTERS_PROXIES", "0"))
IDENTITY_PROVIDERS = identity_providers(DATA)
SOCIALACCOUNT_ADAPTER = "whatmatters.access.web.outside.OutsideAdapter"
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": allauth_apps(IDENTITY_PROVIDERS)}}
MFA_ADAPTER = "whatmatters.access.web.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_TOLERANCE = 1  # half a minute, for telephones whose clock is not quite right
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "whatmatters.access.web.attempts.address"
AXES_USERNAME_CALLABLE = "whatmatters.access.web.attempts.name"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "whatmatters.frontend.error_pages.locked_out"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE / "frontend" / "locale"]
FORMAT_MODULE_PATH = ["whatmatters.frontend.formats"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "whatmatters.access.web.old_pages.csrf_failure"
AXES_LOCKOUT_CALLABLE = "whatmatters.frontend.error_pages.locked_out"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True

LOGGING = logging_settings(DATA, os.environ.get("WHATMATTERS_LOG", "file"))

# The longest plan is some 50 lines of words; a box takes 5,000 letters, in Welsh two bytes each.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# A plan's form sends 12 fields a line: twice what the longest needs.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1200

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        # A browser follows the sign-in form to where the body's own provider is.
        "form-action": ["'self'", *(provider.origin for provider in IDENTITY_PROVIDERS)],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
