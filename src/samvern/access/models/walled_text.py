# SPDX-License-Identifier: EUPL-1.2
"""A text that no plan of PostgreSQL compares before row security has let the row through.

Comparing texts is *leakproof* to PostgreSQL: a condition on a text column is tried first, in an
index or on the row, and what ``EXPLAIN ANALYZE`` or a clock says of it tells of rows nobody sees.
No operator of ``jsonb`` is leakproof, nor is anything that takes it apart.
"""

import json
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class WalledTextField(models.CharField):  # type: ignore[type-arg]
    """A text to Python; a string of ``jsonb`` in the database.

    It is compared for equality and put in order; ``LIKE`` and its kin want a text: ``#>> '{}'``.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "jsonb"

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """As JSON."""
        text = value if prepared else self.get_prep_value(value)
        return None if text is None else json.dumps(text)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The text; the driver of the ORM gives JSON as it stands."""
        return None if value is None else json.loads(value)
