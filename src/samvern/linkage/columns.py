# SPDX-License-Identifier: EUPL-1.2
"""Which column of an agency's file holds what: found by name, or said with `--columns`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from samvern.linkage.coding.scripts import romanise
from samvern.linkage.errors import LinkageError
from samvern.linkage.people import EXTRAS

FIELDS = ("id", "name", "given", "family", "alias", "birth", "sex", "nationality", "number")

_SYNONYMS = {
    "id": "id rec_id record_id recid nr løpenummer løpenr sak_id key",
    "name": "name navn full_name fullt_navn fullname namn fullt_namn",
    "given": "given given_name givenname first_name firstname fornavn førenamn forename",
    "family": "family family_name surname last_name lastname etternavn etternamn slektsnavn "
    "slektsnamn",
    "alias": "alias aliases aka other_names andre_navn andre_namn kallenavn kallenamn",
    "birth": "birth birth_date birthdate date_of_birth dob fødselsdato fødselsdag fødd født "
    "fødselsår fødeår fødselsaar birth_year birthyear year_of_birth yob",
    "sex": "sex gender kjønn",
    "nationality": "nationality nationalities citizenship country statsborgerskap "
    "statsborgarskap nasjonalitet land landkode country_code statsborgerskap_kode iso3 iso2 "
    "nationality_code citizenship_code",
    "number": "number fnr fødselsnummer fødselsnr fødselsnr_dnr d_number d_nummer d_nr dnr "
    "dnummer duf duf_number duf_nummer duf_nr dufnr person_number personnummer personnr pnr",
    "street_number": "street_number house_number husnummer husnr",
    "address": "address address_1 address1 adresse street gate",
    "address2": "address2 address_2 adresse2",
    "place": "place suburb town city sted stad poststed poststad",
    "postcode": "postcode postal_code zip postnummer postnr",
    "region": "region state county fylke",
    "phone": "phone telephone telefon mobil tlf telefonnummer mobilnummer",
    "case_number": "case_number police_case sak saksnummer saksnr anmeldelsesnummer",
}


def _word(title: str) -> str:
    """A column's name without case, marks, accents and what stands in brackets."""
    return romanise(re.sub(r"[(\[].*?[)\]]", "", title.replace("_", " "))).replace(" ", "_")


_BY_SYNONYM = {_word(word): name for name, words in _SYNONYMS.items() for word in words.split()}


def choose_columns(
    header: Sequence[str], said: Mapping[str, str] | None = None, *, file: str = "the file"
) -> dict[str, list[int]]:
    """Field name -> positions in the header; several columns may feed one field (fnr and DUF).

    Args:
        header: the file's column names.
        said: field -> column name(s), separated by "+", that override the guess.

    Raises:
        LinkageError: a column that was said is not there, or no column holds a name.
    """
    chosen: dict[str, list[int]] = {}
    for position, title in enumerate(header):
        if (word := _word(title)) in _BY_SYNONYM:
            chosen.setdefault(_BY_SYNONYM[word], []).append(position)
    for name, titles in (said or {}).items():
        chosen[name] = [_position(header, name, title, file) for title in titles.split("+")]
    if not {"name", "given", "family"} & set(chosen):
        raise LinkageError(
            f"{file}: line 1: no column holds a name (columns: {', '.join(header[:8])}); "
            "say which with --columns given=COLUMN,family=COLUMN"
        )
    return chosen


def _position(header: Sequence[str], name: str, title: str, file: str) -> int:
    if name not in (*FIELDS, *EXTRAS):
        known = ", ".join((*FIELDS, *EXTRAS))
        raise LinkageError(f"--columns: {name!r} is no field; the fields are {known}")
    if title not in header:
        raise LinkageError(
            f"{file}: line 1: field {name}: no column {title!r}; the columns are "
            + ", ".join(header[:12])
        )
    return list(header).index(title)
