# SPDX-License-Identifier: EUPL-1.2
"""Proof that the audit trail is whole, and what it says of a period.

The chains lie in the database, where its superuser could rewrite a whole one. So their heads are
signed every hour into a file elsewhere: what was signed cannot be unsaid.
"""
