# SPDX-License-Identifier: EUPL-1.2
"""Who saw what since a moment: the first question after an incident (GDPR article 33).

Read as the backup's role, which sees the trail of every organisation and can change nothing.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from difflib import get_close_matches
from typing import Any

import psycopg

from samvern.common.csv_cells import safe_cell

# A line stands in the chain of the reader's organisation and of the case's, if that is another:
# here it is told once, from the reader's.
QUERY = """
    SELECT l.at, coalesce(o.name, ''), coalesce(m.name, ''), coalesce(l.member_id::text, ''),
        nullif(l.role, '-'), l.act, l.outcome, coalesce(l.case_id::text, ''), coalesce(c.name, ''),
        coalesce(l.object_id::text, ''), coalesce(d.content ->> 'rows', ''), l.number
    FROM audit.line l
    LEFT JOIN audit.detail d USING (chain, number)
    LEFT JOIN public.access_member m ON m.id = l.member_id
    LEFT JOIN public.access_organisation o ON o.id = l.organisation_id
    LEFT JOIN public.cases_case k ON k.id = l.case_id
    LEFT JOIN public.access_organisation c ON c.id = k.organisation_id
    WHERE l.at >= %(since)s AND (%(until)s::timestamptz IS NULL OR l.at < %(until)s)
      AND l.chain = coalesce(l.organisation_id, '00000000-0000-0000-0000-000000000000')
      AND (%(organisation)s::text IS NULL
        OR %(organisation)s IN (o.name, o.id::text, c.name, c.id::text))
      AND (%(case)s::uuid IS NULL OR l.case_id = %(case)s)
    ORDER BY l.at, l.chain, l.number
"""


ORGANISATION = "SELECT name FROM public.access_organisation WHERE %s IN (name, id::text)"
CASE = """
    SELECT FROM public.cases_case WHERE id = %s::uuid
    UNION ALL (SELECT FROM audit.line WHERE case_id = %s::uuid LIMIT 1)
"""


class AccessReportError(ValueError):
    """What is asked for is not there; shown as one line, exit code 2."""

    exit_code = 2


@dataclass(frozen=True)
class AccessReportLine:
    """One line of the trail, with names instead of ids where there are any."""

    at: datetime
    organisation: str
    member: str
    member_id: str
    role: str
    act: str
    outcome: str
    case_id: str
    case_organisation: str
    object_id: str
    rows: str
    number: int

    @classmethod
    def heading(cls) -> list[str]:
        """Names of the columns."""
        return [each.name for each in fields(cls)]

    def cells(self) -> list[str]:
        """The row as text; a spreadsheet must not take a name for a formula."""
        return [safe_cell(value) for value in astuple(self)]


def read_access_report(
    url: str,
    *,
    since: datetime,
    until: datetime | None = None,
    organisation: str | None = None,
    case: str | None = None,
) -> Iterator[AccessReportLine]:
    """The lines of a period, in order; streamed, as there may be millions.

    Args:
        url: the database as samvern_backup.
        since: the first moment.
        until: the first moment that no longer counts.
        organisation: the name or id of the reader's organisation or of the case's.
        case: the id of one case.

    Raises:
        AccessReportError: there is no such organisation or case, which nobody must take for
            "nobody saw".
    """
    values = {"since": since, "until": until, "organisation": organisation, "case": case}
    with psycopg.connect(url) as connection, connection.cursor("who_saw") as cursor:
        if organisation is not None:
            _refuse_unknown_organisation(connection, organisation)
        if case is not None and not connection.execute(CASE, [case, case]).fetchone():
            raise AccessReportError(f"--case: no case has the id {case}, in the trail or now")
        cursor.execute(QUERY, values)
        for row in cursor:
            yield AccessReportLine(*row)


def _refuse_unknown_organisation(connection: psycopg.Connection[Any], named: str) -> None:
    if connection.execute(ORGANISATION, [named]).fetchone():
        return
    names = [name for (name,) in connection.execute("SELECT name FROM public.access_organisation")]
    near = get_close_matches(named, names, 3, 0.75)
    meant = f"; did you mean {' or '.join(near)}?" if near else "; names are as on its pages"
    raise AccessReportError(f"--organisation: there is none called {named!r}{meant}")
