# SPDX-License-Identifier: EUPL-1.2
"""Small matrices in great number: threads of the linear algebra only wait for each other."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
