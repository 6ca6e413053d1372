"""The ordinary settings, in a home of their own that goes away with the tests."""

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="goldenthread-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["GOLDENTHREAD_HOME"] = _home

from goldenthread.config.settings import *  # noqa: E402, F403 - the home comes first

CORES = 1  # the tests themselves run side by side
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A file, not memory: other processes of a test must see it too.
DATABASES["default"].setdefault("TEST", {})  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"]["NAME"] = os.path.join(_home, "test.sqlite3")  # noqa: F405, PTH118
