# SPDX-License-Identifier: EUPL-1.2
"""Unique people across registers without pooling identities.

    agency           people = read_people(path);  encoding = Encoding(project, name, people, secret)
                     encoding.ask()  -> both key holders
    key holder       answer(half_key.scalar, asked)
    agency           encoding.finish([answer_1, answer_2])  -> TokenList
    linkage unit     match([tokens, ...])  -> Linkage
    who counts       overlap(linkage)  -> the table `samvern estimate` reads

One organisation's own records need no keys: `find_duplicates(people)`, `link_plain(lists)`.
The protocol, its equations and what it does not protect against: docs/figures/linkage.md.
"""

from samvern.linkage.encode import Encoding
from samvern.linkage.errors import LinkageError
from samvern.linkage.linkage import Linkage, load_linkage
from samvern.linkage.match import match
from samvern.linkage.overlap import overlap, write_overlap
from samvern.linkage.people import PersonName, PersonRecord
from samvern.linkage.plain import find_duplicates, link_plain
from samvern.linkage.reading import read_people
from samvern.linkage.rounds import answer
from samvern.linkage.similarity import name_similarity
from samvern.linkage.tokens import TokenList, load_tokens

__all__ = [
    "Encoding",
    "Linkage",
    "LinkageError",
    "PersonName",
    "PersonRecord",
    "TokenList",
    "answer",
    "find_duplicates",
    "link_plain",
    "load_linkage",
    "load_tokens",
    "match",
    "name_similarity",
    "overlap",
    "read_people",
    "write_overlap",
]
