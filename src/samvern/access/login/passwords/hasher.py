# SPDX-License-Identifier: EUPL-1.2
"""How passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane: what OWASP's Password Storage Cheat Sheet asks.

    Django's own 100 MiB take a quarter of a second of processor time for every guess of a stranger,
    and on all threads at once more memory than many servers have. Behind a password there is always
    a second factor.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
