# SPDX-License-Identifier: EUPL-1.2
"""A browser's signed-in session: where it is kept, its middleware, and ending it."""
