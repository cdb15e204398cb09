"""Settings of the tests and of the type checker: a throw-away home, fast hashing."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("YUNGUAN_HOME", tempfile.gettempdir() + f"/yunguan-test-{os.getpid()}")
from yunguan.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-the-tests-of-this-house"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
