# SPDX-License-Identifier: EUPL-1.2
"""The WSGI application that gunicorn, or any other server, runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
application = get_wsgi_application()

from samvern.guide.loaded_pack import keys, loaded_pack  # noqa: E402 (needs settings)
from samvern.web.production_checks import refuse_unsafe_production  # noqa: E402

refuse_unsafe_production()
# Before the server forks: its processes share the pack, and open each other's sealed answers.
loaded_pack()
keys()
# What they share stays for good: counting through the pack at each collection costs a third of an
# answer's time, and copies its memory into every process.
gc.collect()
gc.freeze()
