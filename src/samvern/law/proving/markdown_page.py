# SPDX-License-Identifier: EUPL-1.2
"""The page that says what is proved of a pack, made from what the pack declares; or that part of
a page which is written by hand beside, between two marks.

It says nothing of how long it took, so it changes only with the pack. It is true of a pack whose
``Report`` is ``well``; the command writes it for no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from samvern.law.claims import claims_of
from samvern.law.localization import localized
from samvern.law.model import RuleSet
from samvern.law.properties import OnPurpose, Property
from samvern.law.proving.labels import named, phrase, sentence
from samvern.law.proving.prover import days
from samvern.law.proving.verdicts import PackFinding

_HEAD = """\
# What is proved of the {title} pack

Made by `./samvern pack prove {id} --write {file}`; a test holds it equal to the pack. It says that
these {count} promises ({claims} claims) hold in **every** situation the pack can be asked about:
every choice, set, number and date, known, unknown or known in part, asked on any day from {start}
to {end} about an event on any day up to then. A solver searched for a counter-example to each,
and there is none. What a promise means is its expression in `{folder}/properties/`;
[pack-format.md](pack-format.md#properties) says how they are written.

What this does not say: that a rule is the law, that a person's facts were understood, or that
anything holds that is not listed here.
"""


BEGIN, END = "<!-- what is proved, made by samvern -->", "<!-- the end of what is proved -->"
_MARKED = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
_HEADING = re.compile(r"^(?=#)", re.MULTILINE)


def proof_page(ruleset: RuleSet, file: str = "docs/proofs.md", written: str = "") -> str:
    """The whole page; of one that is ``written`` and has the marks, what stands between them."""
    made = _made(ruleset, file)
    if not _MARKED.search(written):
        return made
    part = f"{BEGIN}\n\n{_HEADING.sub('#', made).rstrip()}\n\n{END}"
    return _MARKED.sub(lambda _: part, written)


def _made(ruleset: RuleSet, file: str) -> str:
    properties = list(ruleset.declared.properties.values())
    start, end = days(ruleset)
    head = _HEAD.format(
        title=localized(ruleset.title, "en"), id=ruleset.id, file=file, count=len(properties),
        claims=sum(_claims(ruleset, property) for property in properties),
        start=start, end=end, folder=f"src/samvern/packs/{ruleset.id}",
    )  # fmt: skip
    return "\n".join(
        [head, *_sections(ruleset, properties), *_impossible(ruleset), *_meant(ruleset)]
    )


def _claims(ruleset: RuleSet, property: Property) -> int:
    return len(claims_of(ruleset, property)) or 1


def _sections(ruleset: RuleSet, properties: list[Property]) -> Iterator[str]:
    files: dict[str, list[Property]] = {}
    for property in properties:
        files.setdefault(property.file, []).append(property)
    for file in sorted(files):
        yield f"## {PurePosixPath(file).stem.replace('_', ' ').capitalize()}\n"
        yield "| promise | in Norwegian | claims | id |"
        yield "|---|---|---|---|"
        for property in files[file]:
            norwegian, english = (_cell(sentence(property, lang)) for lang in ("nb", "en"))
            yield f"| {english} | {norwegian} | {_claims(ruleset, property)} | `{property.id}` |"
        yield ""


def _impossible(ruleset: RuleSet) -> Iterator[str]:
    if ruleset.declared.impossible:
        yield "## Situations left out, for nobody can be in them\n"
        for impossible in ruleset.declared.impossible:
            yield f"- `{impossible.when}`: {localized(impossible.reason, 'en')}"
        yield ""


def _meant(ruleset: RuleSet) -> Iterator[str]:
    if not ruleset.declared.on_purpose:
        return
    yield "## Found and meant to be so\n"
    yield "The search also looks for rules that never answer and for facts nothing depends on."
    yield "It found no others.\n"
    for declared in ruleset.declared.on_purpose:
        reason = localized(declared.reason, "en")
        yield f"- {phrase(declared.finding, 'en')}: {_named(ruleset, declared)}. {reason}"
    yield ""


def _named(ruleset: RuleSet, declared: OnPurpose) -> str:
    return "; ".join(named(ruleset, PackFinding(declared.finding, id), "en") for id in declared.of)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
