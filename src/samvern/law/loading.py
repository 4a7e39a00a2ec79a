# SPDX-License-Identifier: EUPL-1.2
"""From folders of YAML to one checked Book."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from samvern.law.checking import check_ruleset
from samvern.law.dates import Holidays
from samvern.law.errors import PackError, PackProblem
from samvern.law.model import Rule, RuleSet
from samvern.law.properties import Declarations
from samvern.law.reading import statutes
from samvern.law.reading.actors import read_actor
from samvern.law.reading.example_cases import read_case
from samvern.law.reading.facts import read_fact, read_parameter
from samvern.law.reading.guide import read_column, read_receiver, read_step
from samvern.law.reading.needs import read_need
from samvern.law.reading.properties import excluded, read_impossible, read_on_purpose, read_property
from samvern.law.reading.reader import LANGUAGES, Reader
from samvern.law.reading.rules import read_rule
from samvern.law.reading.self_help import read_self_help
from samvern.law.self_help import SelfHelp
from samvern.law.translating import translate
from samvern.law.yamlfile import Map, read_yaml

BUILT_IN = Path(__file__).parent.parent / "packs"
MAX_FILES = 500
_Named = TypeVar("_Named")

_SUPERSEDED = ("right", "duty", "clock", "sharing", "referral", "alert")


def find_pack(name: str | Path) -> Path:
    """The folder of a built-in pack, or the folder ``name`` itself. Raises PackError."""
    for folder in (BUILT_IN / name, Path(name)):
        if (folder / "pack.yaml").is_file():
            return folder
    known = ", ".join(sorted(path.parent.name for path in BUILT_IN.glob("*/pack.yaml")))
    message = f"no pack here: neither built in ({known}) nor a folder that holds pack.yaml"
    raise PackError(PackProblem(str(name), 0, "", message))


def read_ruleset(folder: Path, seen: tuple[str, ...] = ()) -> RuleSet:
    """The pack in ``folder`` and what it extends, merged and checked. Raises PackError."""
    problems: list[PackProblem] = []
    own = _Folder(folder, problems).ruleset(seen)
    if problems:
        raise PackError(problems)
    check_ruleset(own)
    return replace(own, hash=_hash(own))


def overlay(ruleset: RuleSet, file: Path) -> RuleSet:
    """``ruleset`` with the rules and parameters of one reform file written over it.

    Raises PackError.
    """
    problems: list[PackProblem] = []
    data = read_yaml(file, file.name)
    reader = Reader(data, problems, "", data)
    rules = dict(ruleset.rules)
    for item in reader.children("rules"):
        rule = read_rule(item, "reform")
        rules[rule.id] = rule
    parameters = dict(ruleset.parameters)
    child = reader.child("parameters") if "parameters" in reader else None
    for id in child.data if child else ():
        assert child is not None
        parameters[id] = read_parameter(child.child(id), id)
    reader.raw("reform")
    reader.finish()
    if problems:
        raise PackError(problems)
    properties = {**ruleset.declared.properties, **excluded(rules)}
    declared = replace(ruleset.declared, properties=properties)
    reformed = replace(ruleset, rules=rules, parameters=parameters, declared=declared)
    check_ruleset(reformed)
    return replace(reformed, hash=_hash(reformed))


class _Folder:
    """One pack's folder being read."""

    def __init__(self, folder: Path, problems: list[PackProblem]) -> None:
        self.folder, self.problems = folder, problems
        self.tops: dict[str, list[tuple[Map, Any]]] = {}
        files = sorted(folder.rglob("*.yaml"))
        if len(files) > MAX_FILES:
            raise PackError(PackProblem(str(folder), 0, "", f"has more than {MAX_FILES} files"))
        for file in files:
            if file.relative_to(folder).parts[0] != "lang":
                self._read(file)

    def _read(self, file: Path) -> None:
        name = str(file.relative_to(self.folder.parent))
        try:
            data = read_yaml(file, name)
        except PackError as error:
            self.problems.extend(error.problems)
            return
        for key, value in data.items():
            self.tops.setdefault(key, []).append((data, value))

    def ruleset(self, seen: tuple[str, ...]) -> RuleSet:
        head = self._head()
        id = head.id()
        parent = self._parent(head, (*seen, id))
        own: dict[str, dict[str, Any]] = {
            "facts": self._mapped("facts", read_fact),
            "parameters": self._mapped("parameters", read_parameter),
            "instruments": self._mapped("instruments", statutes.read_instrument),
            "rules": self._listed("rules", lambda reader: read_rule(reader, id)),
            "actors": self._listed("actors", read_actor),
            "articles": self._listed("articles", statutes.read_article),
            "retention": self._listed("retention", statutes.read_retention),
            "receivers": self._listed("receivers", read_receiver),
            "needs": self._listed("needs", read_need),
        }
        merged = {key: {**_inherited(parent, key, own), **value} for key, value in own.items()}
        self_help = self._door(merged["rules"]) or (parent.self_help if parent else SelfHelp())
        places = {**merged, "door": self_help.parts()}
        further = translate(self.folder, places) if not self.problems else ()
        ruleset = RuleSet(
            id=id,
            version=head.word("version", required=True),
            title=head.text("title"),
            law_read_on=head.day("law_read_on"),
            languages=(*(head.words("languages") or LANGUAGES), *further),
            decisions=self._decisions(head, parent),
            holidays=self._holidays(head, parent),
            **merged,
            changes=tuple(self._listed("changes", statutes.read_change).values()),
            steps=tuple(self._listed("steps", read_step).values())
            or (parent.steps if parent else ()),
            matrix=tuple(self._listed("matrix", read_column).values()),
            cases=tuple(self._listed("cases", read_case).values()),
            chain=(id, *(parent.chain if parent else ())),
            hash="",
            declared=self._declared(head, merged["rules"]),
            self_help=self_help,
        )
        head.raw("matrix")
        head.finish()
        self._refuse_strangers()
        return ruleset

    def _head(self) -> Reader:
        tops = self.tops.get("pack")
        if not tops:
            raise PackError(
                self.problems or PackProblem(str(self.folder), 0, "", "has no pack.yaml with pack:")
            )
        home, data = tops[0]
        if isinstance(data, Map) and data.get("matrix"):
            self.tops.setdefault("matrix", []).append((home, data["matrix"]))
        return Reader(data, self.problems, "pack", home)

    def _parent(self, head: Reader, seen: tuple[str, ...]) -> RuleSet | None:
        name = head.word("extends")
        if not name:
            return None
        if name in seen:
            circle = " → ".join((*seen, name))
            file = f"{self.folder.name}/pack.yaml"
            raise PackError(PackProblem(file, 0, "extends", f"goes in a circle: {circle}"))
        sibling = self.folder.parent / name
        return read_ruleset(sibling if (sibling / "pack.yaml").is_file() else find_pack(name), seen)

    def _decisions(
        self, head: Reader, parent: RuleSet | None
    ) -> dict[str, tuple[Mapping[str, int], ...]]:
        found = dict(parent.decisions) if parent else {}
        child = head.child("decisions") if "decisions" in head else None
        for name in child.data if child else ():
            assert child is not None
            ways = [dict(way.data) for way in child.children(name)]
            found[name] = tuple({str(k): int(v) for k, v in way.items()} for way in ways)
        return found

    def _holidays(self, head: Reader, parent: RuleSet | None) -> Holidays:
        if "holidays" not in head:
            head.raw("holidays")
            return parent.holidays if parent else Holidays()
        return statutes.read_holidays(head.child("holidays"))

    def _door(self, rules: dict[str, Rule]) -> SelfHelp:
        """The page for the person herself, as one file lays it out."""
        doors = self.tops.get("door", [])
        for home, _ in doors[1:]:
            message = "is written twice; one file lays it out"
            self.problems.append(PackProblem(home.file, home.lines.get("door", 0), "door", message))
        read = [
            read_self_help(Reader(value, self.problems, "door", home), rules)
            for home, value in doors
        ]
        return read[0] if read else SelfHelp()

    def _declared(self, head: Reader, rules: Mapping[str, Rule]) -> Declarations:
        """What this pack declares of itself.

        Nothing is inherited: what a parent says may be about rules that are replaced here.
        """
        prove = head.child("prove") if "prove" in head else None
        start, end = (prove.day("from"), prove.day("until")) if prove else (None, None)
        reader = prove.word("reader") if prove else ""
        if prove:
            prove.finish()
        if start and end and end < start:
            head.wrong("prove", f"ends {end} before it starts {start}")
        head.raw("prove")
        return Declarations(
            properties={**excluded(rules), **self._listed("properties", read_property)},
            on_purpose=tuple(self._all("on_purpose", read_on_purpose)),
            impossible=tuple(self._all("impossible", read_impossible)),
            start=start,
            end=end,
            reader=reader,
        )

    def _listed(self, top: str, read: Callable[[Reader], _Named]) -> dict[str, _Named]:
        found: dict[str, _Named] = {}
        for reader in self._readers(top):
            item = read(reader)
            self._keep(found, getattr(item, "id", ""), item, reader)
        return found

    def _all(self, top: str, read: Callable[[Reader], _Named]) -> list[_Named]:
        return [read(reader) for reader in self._readers(top)]

    def _readers(self, top: str) -> Iterator[Reader]:
        for home, value in self.tops.get(top, ()):
            holder = Map({top: value})
            holder.file, holder.line, holder.lines = home.file, home.line, home.lines
            for reader in Reader(holder, self.problems, "", holder).children(top):
                reader.label = reader.label.lstrip(".")
                yield reader

    def _mapped(self, top: str, read: Callable[[Reader, str], _Named]) -> dict[str, _Named]:
        found: dict[str, _Named] = {}
        for home, value in self.tops.get(top, ()):
            reader = Reader(value, self.problems, "", home)
            for id in reader.data:
                child = reader.child(id)
                child.label = id
                self._keep(found, id, read(child, id), child)
        return found

    def _keep(self, found: dict[str, _Named], id: str, item: _Named, reader: Reader) -> None:
        if id in found:
            reader.wrong("id", f"{id} is written twice")
        found[id] = item

    def _refuse_strangers(self) -> None:
        known = [
            "pack",
            "facts",
            "parameters",
            "rules",
            "actors",
            "articles",
            "instruments",
            "changes",
            "steps",
            "matrix",
            "cases",
            "retention",
            "receivers",
            "needs",
            "properties",
            "on_purpose",
            "impossible",
            "door",
        ]
        for top, places in self.tops.items():
            if top not in known:
                home = places[0][0]
                message = f"is not a top key; they are {', '.join(known)}"
                self.problems.append(PackProblem(home.file, home.lines.get(top, 0), top, message))


def _inherited(parent: RuleSet | None, key: str, own: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What comes from the parent: all of it, save rules whose articles the pack itself fulfils."""
    if parent is None:
        return {}
    if key != "rules":
        return dict(getattr(parent, key))
    fulfilled = {article for rule in own["rules"].values() for article in rule.fulfils}
    return {id: rule for id, rule in parent.rules.items() if not _superseded(rule, fulfilled)}


def _superseded(rule: Rule, fulfilled: set[str]) -> bool:
    return rule.kind in _SUPERSEDED and bool(rule.fulfils) and fulfilled.issuperset(rule.fulfils)


_HASHED_AS = {
    "self_help": "door",
    "SelfHelp": "Door",
    "SelfHelpGroup": "Group",
    "SelfHelpRight": "Told",
    "OwnQuestion": "Own",
    "PackActor": "Actor",
}
"""What was called otherwise when the first packs were hashed goes into the hash by that name, so
that an answer kept since then still finds its pack.
"""


def _hash(ruleset: RuleSet) -> str:
    """SHA-256 of what the pack says, whatever file or line says it.

    Cases are left out, and what the pack declares of itself: neither changes an answer.
    """
    left_out = ("cases", "hash", "declared")
    plain = {
        _HASHED_AS.get(f.name, f.name): getattr(ruleset, f.name)
        for f in fields(ruleset)
        if f.name not in left_out
    }
    for younger in ("retention", "receivers", "door", "needs"):
        if not plain[younger]:
            del plain[younger]  # packs kept from before these keep their hash
    text = json.dumps(_plain(plain), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _counts(value: Any, field: str) -> bool:
    """Whether a field belongs in the hash; younger fields only where they are set, so that packs
    kept from before keep theirs."""
    if field in ("who", "profession", "you", "listed", "alarm", "partial", "first", "shows"):
        return bool(getattr(value, field))
    return field not in ("file", "line", "excludes")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = {f.name: getattr(value, f.name) for f in fields(value) if _counts(value, f.name)}
        name = type(value).__name__
        return {"": _HASHED_AS.get(name, name), **_plain(pairs)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    return (
        value.isoformat()
        if isinstance(value, date)
        else (str(value) if isinstance(value, float) else value)
    )
