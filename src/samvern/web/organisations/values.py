# SPDX-License-Identifier: EUPL-1.2
"""What an operator may write of an organisation: each value checked, with what else it could be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from samvern.access.errors import Rejected
from samvern.access.login.names import new_login, normalised_login
from samvern.cases.core.pack import current_pack
from samvern.cases.organisation.kinds import COORDINATION, organisation_kinds
from samvern.guide.directory import COUNTIES
from samvern.law import InputError

NATIONAL = "national"
LONGEST = 120
PERSON = re.compile(r"\s*([^<>]+?)\s*<\s*([^<>\s]+)\s*>\s*")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps an organisation, or coordinates: whom a link is made for."""

    name: str
    login: str
    email: str


def read_name(field: str, text: str) -> str:
    """A name of an organisation, a unit or a person, with single spaces.

    Raises:
        InputError: it is empty, too long, or has signs that are not seen.
    """
    plain = " ".join(text.split())
    if not 0 < len(plain) <= LONGEST or not plain.isprintable():
        rule = f"a name has 1 to {LONGEST} signs that can be seen"
        raise InputError(field, text, rule, "write one that others know it by")
    return plain


def read_kind(text: str) -> str:
    """The kind of an organisation.

    Raises:
        InputError: there is none of that key; the others are named, in words too.
    """
    kinds = organisation_kinds()
    if text not in kinds:
        every = ", ".join(f"{key} ({name})" for key, name in kinds.items())
        raise InputError("kind", text, "no kind of organisation", f"write one of: {every}")
    return text


def refuse_coordinators(kind: str) -> None:
    """Only a body that coordinates has coordinators: they see what others do.

    Raises:
        InputError: the kind is another.
    """
    if kind != COORDINATION:
        rule = f"only an organisation of kind {COORDINATION} has coordinators"
        raise InputError("coordinators", kind, rule, "take them out")


def read_region(text: str, known: Iterable[str], *, is_new: bool = False) -> str:
    """A region as it is written everywhere: a county, one that is in use, or the whole country.

    ``is_new``: whoever writes it says that it is meant, though nobody has it yet.

    Raises:
        InputError: nobody has it, and nobody said that it is new.
    """
    plain = " ".join(text.split())
    there = {each.casefold(): each for each in (*filter(None, known), *COUNTIES.values(), NATIONAL)}
    if found := there.get(plain.casefold()):
        return found
    if is_new:
        return read_name("region", text)[:60]
    every = ", ".join(sorted(set(there.values()) - {NATIONAL}))
    rule = "neither a county nor a region in use"
    do = f"write national (the whole country) or one of: {every}; or say that it is a new region"
    raise InputError("region", text, rule, do)


def read_actor(text: str) -> str:
    """The actor of the pack that an organisation is; "" when it is none.

    Raises:
        InputError: the pack has no such actor.
    """
    actors = current_pack().ruleset.actors
    if text and text not in actors:
        do = f"leave it out, or write one of: {', '.join(sorted(actors))}"
        raise InputError("actor", text, "no actor of the pack of law", do)
    return text


def read_keeper(field: str, text: str) -> Keeper:
    """Somebody, from ``Name <login>``; a login that is an address is where e-mail goes, too.

    Raises:
        InputError: it is not written so, or the login may be taken for another.
    """
    found = PERSON.fullmatch(text)
    if not found:
        rule = "a name and a login name are needed"
        raise InputError(field, text, rule, 'write "Name <login>"')
    login = read_login(found[2])
    return Keeper(read_name(field, found[1]), login, login if EMAIL.fullmatch(login) else "")


def known_keeper(login: str) -> Keeper:
    """Somebody who is there already: the login name is all that is needed."""
    return Keeper("", normalised_login(login), "")


def read_login(text: str) -> str:
    """A login name for somebody new.

    Raises:
        InputError: it has signs that can be taken for others, or is too long.
    """
    if len(text) > LONGEST:
        raise InputError("login", text, f"has more than {LONGEST} signs", "write a shorter one")
    try:
        return new_login(text)
    except Rejected as error:
        raise InputError("login", text, str(error)) from error


def read_email(text: str) -> str:
    """Where e-mail goes, or nothing.

    Raises:
        InputError: it is no address.
    """
    if text and not EMAIL.fullmatch(text):
        raise InputError("email", text, "not an e-mail address", "leave it out, or mend it")
    return text
