# SPDX-License-Identifier: EUPL-1.2
"""Settings every test runs under: test mode, no database unless a test starts its own."""

import os

os.environ["SAMVERN_MODE"] = "test"
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")

import django

django.setup()
