# SPDX-License-Identifier: EUPL-1.2
"""Backups: what is in one, how it is sealed, restored, and shown to be whole.

A backup is a folder. ``manifest.json`` can be read by anybody: when, which version, and the hash of
each file, signed by the installation. The files are sealed to the backup key, whose private half
need not be on the machine that makes backups. The wrapped keys of people and cases are a file of
their own (``subjects``), so that it can be deleted earlier than the rest: what was erased since is
then gone from the backup too. The key file itself is never in a backup.
"""

from samvern.web.exceptions import BackupError

__all__ = ["BackupError"]
