# SPDX-License-Identifier: EUPL-1.2
"""From a Book to a Program, checking the type of every part on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import inf

from samvern.law.checking import dependencies
from samvern.law.dates import Duration
from samvern.law.errors import PackError, PackProblem
from samvern.law.expr import All, Any, Compare, Const, Count, Expr, In, Name, Not, Shift
from samvern.law.expression_names import BUILT_IN_FACTS
from samvern.law.model import Fact, Parameter, Rule, RuleSet, Version
from samvern.law.program import (
    MIRRORED,
    BitLeaf,
    ChoiceLeaf,
    CompareLeaf,
    CompiledProgram,
    ConstValue,
    FactValue,
    Leaf,
    Node,
    Op,
    PiecesValue,
    RollValue,
    ShiftValue,
    Value,
    code_of,
    cones_of,
    on_presumption,
    users_of,
)

_DATED = {"question": "asked_on", "event": "event_on"}


class TypeMismatch(ValueError):
    """An expression that mixes sorts, such as a date compared with a number."""


def compile_ruleset(
    ruleset: RuleSet, known_on: date | None = None, questions: Mapping[str, Expr] | None = None
) -> CompiledProgram:
    """The program of ``ruleset`` as it was known on ``known_on`` (None: all of it).

    ``questions``: expressions asked beside the guide's steps, among the program's ``extras``.
    Raises PackError.
    """
    return _Compiler(ruleset, known_on, questions or {}).program()


class _Compiler:
    def __init__(
        self, ruleset: RuleSet, known_on: date | None, questions: Mapping[str, Expr]
    ) -> None:
        self.ruleset, self.known_on, self.questions = ruleset, known_on, questions
        self.nodes: dict[Node, int] = {}
        self.leaves: dict[Leaf, int] = {}
        self.values: dict[Value, int] = {}
        self.rules: dict[str, int] = {}
        self.clocks: dict[str, tuple[int, int]] = {}
        self.own_start: int | None = None
        self.yes = self.node(Op.YES)

    def program(self) -> CompiledProgram:
        problems = []
        for rule in self.ordered():
            try:
                self.rule(rule)
            except TypeMismatch as error:
                problems.append(PackProblem(rule.file, rule.line, rule.id, str(error)))
        if problems:
            raise PackError(problems)
        steps = self.steps()
        values = tuple(self.values)
        of_leaf = tuple(_leaf_facts(values, leaf) for leaf in self.leaves)
        leaves_of: dict[str, list[int]] = {}
        for number, facts in enumerate(of_leaf):
            for fact in facts:
                leaves_of.setdefault(fact, []).append(number)
        nodes = tuple(self.nodes)
        places = {node.args[0]: n for n, node in enumerate(nodes) if node.op is Op.LEAF}
        return CompiledProgram(
            nodes=nodes,
            leaves=tuple(self.leaves),
            values=values,
            rules=self.rules,
            clocks=self.clocks,
            extras=steps,
            leaves_of={fact: tuple(numbers) for fact, numbers in leaves_of.items()},
            facts_of_leaf=of_leaf,
            code=code_of(nodes),
            names=tuple(self.rules),
            node_of_leaf=tuple(places[leaf] for leaf in range(len(places))),
            users=users_of(nodes),
            implied=tuple(n for n, node in enumerate(nodes) if node.op is Op.IMPLIED),
            on_presumption=on_presumption(nodes),
            cones=cones_of(nodes),
        )

    def steps(self) -> dict[str, int]:
        steps = {s.id: s.when for s in self.ruleset.steps if s.when is not None}
        return self.asked("guide.yaml", steps) | self.asked("properties", self.questions)

    def asked(self, file: str, exprs: Mapping[str, Expr]) -> dict[str, int]:
        nodes, problems = {}, []
        for id, expr in exprs.items():
            try:
                nodes[id] = self.truth(expr)
            except TypeMismatch as error:
                problems.append(PackProblem(file, 0, id, str(error)))
        if problems:
            raise PackError(problems)
        return nodes

    def ordered(self) -> list[Rule]:
        """The rules, each after those it rests on (circles were refused when the pack was read)."""
        done: dict[str, Rule] = {}
        stack = [(id, False) for id in reversed(list(self.ruleset.rules))]
        while stack:
            id, ready = stack.pop()
            if id in done:
                continue
            if ready:
                done[id] = self.ruleset.rules[id]
                continue
            stack.append((id, True))
            stack.extend(
                (d, False)
                for d in dependencies(self.ruleset, self.ruleset.rules[id])
                if d not in done
            )
        return list(done.values())

    def rule(self, rule: Rule) -> None:
        known = [v for v in rule.versions if not self.unknown_yet(v)]
        if rule.kind == "clock":
            self.clock(rule, known)
        wordings = [self.every([self.active(rule, v), self.when(rule, v)]) for v in known]
        either = self.presumed(rule, self.any(wordings))
        self.rules[rule.id] = self.node(Op.RULE, (either,), len(self.rules))

    def presumed(self, rule: Rule, own: int) -> int:
        """``own``, or what is presumed while nothing settles it."""
        pairs = rule.extra.get("presumed")
        if not isinstance(pairs, dict):
            return own
        yes, no = (
            self.truth(pairs[answer]) if answer in pairs else self.negated(self.yes)
            for answer in ("yes", "no")
        )
        return self.node(Op.PRESUMED, (own, yes, no))

    def unknown_yet(self, version: Version) -> bool:
        return bool(self.known_on and version.known_from and version.known_from > self.known_on)

    def when(self, rule: Rule, version: Version) -> int:
        if rule.kind != "dimension":
            return self.truth(version.when)
        return self.every([self.truth(version.when), self.dimension(rule)])

    def dimension(self, rule: Rule) -> int:
        """ILO's rule (2009, p.

        3): enough signs, by weight, in one of the ways the decision names.
        """
        weights = rule.extra["indicators"]
        assert isinstance(weights, dict)
        nodes = {w: [self.truth(Name(id)) for id in ids] for w, ids in weights.items()}
        nodes["any"] = [node for group in nodes.values() for node in group]
        ways = self.ruleset.decisions[str(rule.extra["decision"])]
        return self.any(
            [
                self.every([self.at_least(k, nodes.get(w, [])) for w, k in way.items()])
                for way in ways
            ]
        )

    def active(self, rule: Rule, version: Version) -> int:
        dated = _DATED[rule.dated_by]
        parts = [self.window(dated, version.start.toordinal(), _ordinal(version.end))]
        if version.effect_from:
            parts.append(self.window("event_on", version.effect_from.toordinal(), inf))
        return self.every(parts)

    def window(self, dated: str, start: float, end: float) -> int:
        fact, parts = self.value_of(FactValue(dated)), []
        if start > date(1900, 1, 1).toordinal():
            parts.append(self.leaf(CompareLeaf(">=", fact, self.value_of(ConstValue(start)))))
        if end < inf:
            parts.append(self.leaf(CompareLeaf("<", fact, self.value_of(ConstValue(end)))))
        return self.every(parts)

    def clock(self, rule: Rule, known: list[Version]) -> None:
        starts, ends = [], []
        for version in known:
            assert version.starts and version.ends
            self.own_start = self.date(version.starts)
            end = self.date(version.ends)
            if rule.extra["rolls"] == "next_working_day":
                end = self.value_of(RollValue(end))
            window = (float(version.start.toordinal()), _ordinal(version.end))
            starts.append((*window, self.own_start))
            ends.append((*window, end))
        self.own_start = None
        self.clocks[rule.id] = (self.pieces(rule, starts), self.pieces(rule, ends))

    def pieces(self, rule: Rule, pieces: list[tuple[float, float, int]]) -> int:
        if len(pieces) == 1:
            return pieces[0][2]
        return self.value_of(PiecesValue(_DATED[rule.dated_by], tuple(pieces), refers=True))

    # truth

    def truth(self, expr: Expr) -> int:
        match expr:
            case Const(bool(value)):
                return self.yes if value else self.negated(self.yes)
            case Name(name):
                return self.named(name)
            case Not(item):
                return self.negated(self.truth(item))
            case All(items):
                return self.every([self.truth(item) for item in items])
            case Any(items):
                return self.any([self.truth(item) for item in items])
            case In(name, options):
                return self.chosen(self.choice(name), options)
            case Compare(op, left, right):
                return self.compare(op, left, right)
        raise TypeMismatch(f"{_show(expr)} is a value where a yes or no is needed")

    def named(self, name: str) -> int:
        if name in self.rules:
            return self.rules[name]
        fact = self.ruleset.facts.get(name)
        if fact is None:
            head, _, tail = name.rpartition(".")
            fact = self.ruleset.facts.get(head)
            if fact is None or fact.type != "set":
                raise TypeMismatch(f"{name} is a value where a yes or no is needed")
            return self.leaf(BitLeaf(head, _index(fact, tail)))
        if fact.type == "yes_no":
            return self.implied(fact, self.leaf(BitLeaf(name, 0)), ("yes",))
        if fact.type == "set":
            return self.any([self.leaf(BitLeaf(name, bit)) for bit in range(len(fact.options))])
        raise TypeMismatch(f"{name} is a {fact.type}; compare it with something")

    def choice(self, name: str) -> Fact:
        fact = self.ruleset.facts.get(name)
        if fact is None or fact.type != "choice":
            raise TypeMismatch(f"{name} is not a choice")
        return fact

    def chosen(self, fact: Fact, options: tuple[str, ...]) -> int:
        mask = sum(1 << i for i in {_index(fact, option) for option in options})
        return self.implied(fact, self.leaf(ChoiceLeaf(fact.id, mask)), options)

    def implied(self, fact: Fact, leaf: int, answers: tuple[str, ...]) -> int:
        """``leaf``, or what other facts imply while nobody has answered it."""
        if not fact.implied_by:
            return leaf
        inside = [self.truth(expr) for answer, expr in fact.implied_by if answer in answers]
        outside = [self.truth(expr) for answer, expr in fact.implied_by if answer not in answers]
        return self.node(Op.IMPLIED, (leaf, self.any(inside), self.any(outside)))

    def compare(self, op: str, left: Expr, right: Expr) -> int:
        if isinstance(right, Count) or isinstance(left, Count):
            return self.compare_count(op, left, right)
        if isinstance(left, Name) and self.is_choice(left.name):
            if op not in ("=", "!=") or not isinstance(right, Name):
                raise TypeMismatch(f"{left.name} is a choice; write {left.name} = option")
            node = self.chosen(self.choice(left.name), (right.name,))
            return node if op == "=" else self.negated(node)
        a, b = self.value(left), self.value(right)
        if a[1] != b[1]:
            raise TypeMismatch(f"{_show(left)} is a {a[1]} and {_show(right)} a {b[1]}")
        if op == "!=":
            return self.negated(self.leaf(CompareLeaf("=", a[0], b[0])))
        return self.leaf(CompareLeaf(op, a[0], b[0]))

    def compare_count(self, op: str, left: Expr, right: Expr) -> int:
        if isinstance(right, Count):
            op, left, right = MIRRORED[op], right, left
        if not isinstance(left, Count) or not isinstance(right, Const) or not _whole(right.value):
            raise TypeMismatch("count(…) is compared with a whole number")
        items, number = [self.truth(item) for item in left.items], int(float(right.value))  # type: ignore[arg-type]
        more, as_many = self.at_least(number + 1, items), self.at_least(number, items)
        exactly = self.every([as_many, self.negated(more)])
        return {
            ">=": as_many, ">": more, "<": self.negated(as_many),
            "<=": self.negated(more), "=": exactly, "!=": self.negated(exactly),
        }[op]  # fmt: skip

    def is_choice(self, name: str) -> bool:
        fact = self.ruleset.facts.get(name)
        return fact is not None and fact.type == "choice"

    # values

    def date(self, expr: Expr) -> int:
        number, sort = self.value(expr)
        if sort != "date":
            raise TypeMismatch(f"{_show(expr)} is a {sort} where a date is needed")
        return number

    def value(self, expr: Expr) -> tuple[int, str]:
        match expr:
            case Const(date() as day):
                return self.value_of(ConstValue(day.toordinal())), "date"
            case Const(float() as number):
                return self.value_of(ConstValue(number)), "number"
            case Name("start") if self.own_start is not None:
                return self.own_start, "date"
            case Name(name):
                return self.named_value(name)
            case Shift(base, sign, by):
                return self.value_of(ShiftValue(self.date(base), sign, self.duration(by))), "date"
        raise TypeMismatch(f"{_show(expr)} is a yes or no where a value is needed")

    def named_value(self, name: str) -> tuple[int, str]:
        fact = self.ruleset.facts.get(name)
        if name in BUILT_IN_FACTS:
            return self.value_of(FactValue(name)), "date"
        if fact is not None and fact.type in ("date", "number"):
            return self.value_of(FactValue(name)), fact.type
        head, _, tail = name.rpartition(".")
        if head in self.clocks:
            return self.clocks[head][0 if tail == "start" else 1], "date"
        if head == "param":
            return self.parameter(self.ruleset.parameters[tail]), "number"
        raise TypeMismatch(f"{name} is not a number or a date")

    def parameter(self, parameter: Parameter) -> int:
        if any(isinstance(row.value, Duration) for row in parameter.values):
            raise TypeMismatch(f"param.{parameter.id} is a duration; add it to a date")
        return self.value_of(_rows(parameter))

    def duration(self, by: Expr) -> Duration | int:
        match by:
            case Const(Duration() as duration):
                return duration
            case Name(name) if name.startswith("param."):
                parameter = self.ruleset.parameters[name[6:]]
                if all(isinstance(row.value, Duration) for row in parameter.values):
                    return self.value_of(_rows(parameter))
        raise TypeMismatch(f"{_show(by)} is not a duration such as 6 months")

    # building

    def node(self, op: Op, args: tuple[int, ...] = (), k: int = 0) -> int:
        return self.nodes.setdefault(Node(op, args, k), len(self.nodes))

    def leaf(self, leaf: Leaf) -> int:
        return self.node(Op.LEAF, (self.leaves.setdefault(leaf, len(self.leaves)),))

    def value_of(self, value: Value) -> int:
        return self.values.setdefault(value, len(self.values))

    def negated(self, node: int) -> int:
        return self.node(Op.NOT, (node,))

    def every(self, parts: list[int]) -> int:
        return self.joined(Op.AND, [p for p in parts if p != self.yes], self.yes)

    def any(self, parts: list[int]) -> int:
        return self.yes if self.yes in parts else self.joined(Op.OR, parts, self.negated(self.yes))

    def joined(self, op: Op, parts: list[int], empty: int) -> int:
        unique = tuple(dict.fromkeys(parts))
        return self.node(op, unique) if len(unique) > 1 else (unique[0] if unique else empty)

    def at_least(self, k: int, items: list[int]) -> int:
        if k <= 0:
            return self.yes
        if k > len(items):
            return self.negated(self.yes)
        return self.any(items) if k == 1 else self.node(Op.AT_LEAST, tuple(items), k)


def _leaf_facts(values: tuple[Value, ...], leaf: Leaf) -> tuple[str, ...]:
    if not isinstance(leaf, CompareLeaf):
        return (leaf.fact,)
    both = [*_value_facts(values, leaf.left), *_value_facts(values, leaf.right)]
    return tuple(dict.fromkeys(both))


def _value_facts(values: tuple[Value, ...], number: int) -> list[str]:
    match values[number]:
        case FactValue(fact):
            return [fact]
        case ShiftValue(base, _, by):
            more = _value_facts(values, by) if isinstance(by, int) else []
            return _value_facts(values, base) + more
        case RollValue(base):
            return _value_facts(values, base)
        case PiecesValue(dated, pieces, refers):
            inner = [f for p in pieces if refers for f in _value_facts(values, int(p[2]))]  # type: ignore[arg-type]
            return [dated, *inner]
    return []


def _rows(parameter: Parameter) -> PiecesValue:
    starts = [float(row.start.toordinal()) for row in parameter.values]
    rows = zip(starts, [*starts[1:], inf], (row.value for row in parameter.values), strict=True)
    return PiecesValue(_DATED[parameter.dated_by], tuple(rows), refers=False)


def _index(fact: Fact, option: str) -> int:
    for number, known in enumerate(fact.options):
        if known.id == option:
            return number
    names = ", ".join(known.id for known in fact.options)
    raise TypeMismatch(f"{option} is not an option of {fact.id}: {names}")


def _ordinal(day: date | None) -> float:
    return day.toordinal() if day else inf


def _whole(value: object) -> bool:
    return isinstance(value, float) and value == int(value)


def _show(expr: Expr) -> str:
    return expr.name if isinstance(expr, Name | In) else type(expr).__name__.lower()
