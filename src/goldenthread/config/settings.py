"""Settings of one installation, read from the environment; every value has a safe default."""

from os import cpu_count, environ

from goldenthread.config.env import database_of, flag, home_of, key_of

HOME = home_of(environ)
SECRET_KEY = environ.get("GOLDENTHREAD_SECRET_KEY") or key_of(HOME, "secret")
CUSTOMER_KEY = key_of(HOME, "customer")
ALLOWED_HOSTS = environ.get("GOLDENTHREAD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEBUG = flag(environ, "GOLDENTHREAD_DEBUG")
# Behind a proxy that speaks TLS: cookies only over it, and its word on the scheme believed.
BEHIND_TLS = flag(environ, "GOLDENTHREAD_TLS")

USE_TZ = True
TIME_ZONE = "UTC"  # what is stored; what is shown is the organisation's own zone
LANGUAGE_CODE = "en-gb"
USE_I18N = False

ROOT_URLCONF = "goldenthread.config.urls"
WSGI_APPLICATION = "goldenthread.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database_of(environ, HOME)}

INSTALLED_APPS = [
    "goldenthread.web",  # first: its pages stand in for the library's own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "goldenthread.ground",
    "goldenthread.people",
    "goldenthread.charter",
    "goldenthread.conversations",
    "goldenthread.insights",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldenthread.web.middleware.PolicyHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldenthread.web.middleware.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.web.context.shell",
            ],
        },
    },
]

# Static files are served by the web process from where they lie: nothing to gather.
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

# Sign-in: an e-mail address and a password; accounts are made by an administrator.
AUTH_USER_MODEL = "people.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "goldenthread.web.views.forged"
ACCOUNT_ADAPTER = "goldenthread.web.sign_in.SignIn"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_LOGOUT_ON_GET = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 7
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

# Reading conversations is nothing but reckoning: an import uses every core it is given.
CORES = int(environ.get("GOLDENTHREAD_CORES") or cpu_count() or 1)

# Uploads wait on disk, never in memory; how large one may be is said to whoever sends it.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Mail waits for an administrator to name a server; until then it is written to the log.
EMAIL_HOST = environ.get("GOLDENTHREAD_MAIL_HOST", "")
EMAIL_PORT = int(environ.get("GOLDENTHREAD_MAIL_PORT", "25"))
EMAIL_HOST_USER = environ.get("GOLDENTHREAD_MAIL_USER", "")
EMAIL_HOST_PASSWORD = environ.get("GOLDENTHREAD_MAIL_PASSWORD", "")
EMAIL_USE_TLS = flag(environ, "GOLDENTHREAD_MAIL_TLS")
DEFAULT_FROM_EMAIL = environ.get("GOLDENTHREAD_MAIL_FROM", "goldenthread@localhost")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.console.EmailBackend"
)

# The queue is a table of the same database: a task is saved, or lost, with what asked for it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": environ.get("GOLDENTHREAD_LOG", "WARNING")},
}
