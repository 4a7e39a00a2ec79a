# SPDX-License-Identifier: EUPL-1.2
"""The synthetic people of the demonstration: written once, and given what they sign in with."""

from pathlib import Path

from samvern.web.steps import step


def put_people(folder: Path, owner_url: str, app_url: str) -> None:
    """Fill the workspace with three years of synthetic people; the same again changes nothing."""
    import psycopg

    from samvern.access.login.cast import cast_password, equip_cast
    from samvern.cast.filling import fill

    with step("Writing three years of synthetic people"):
        fill(folder, owner_url, app_url, password=cast_password())
        with psycopg.connect(owner_url, autocommit=True) as owner:
            equip_cast(owner)
