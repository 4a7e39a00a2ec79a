# SPDX-License-Identifier: EUPL-1.2
"""The settings of the tests, with passwords as slow as they really are. Imported before others."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from support.surroundings import SURROUNDINGS

os.environ.update(SURROUNDINGS, DJANGO_SETTINGS_MODULE="samvern.web.settings")
os.environ.pop("DATABASE_URL", None)
import django

django.setup()
