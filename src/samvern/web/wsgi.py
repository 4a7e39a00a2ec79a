# SPDX-License-Identifier: EUPL-1.2
"""The WSGI application that gunicorn, or any other server, runs."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
application = get_wsgi_application()

from samvern.web.refusals import refuse_unsafe_production  # noqa: E402 (needs settings)

refuse_unsafe_production()
