# SPDX-License-Identifier: EUPL-1.2
"""Login name and password: forms, validators and Django's authentication backend."""
