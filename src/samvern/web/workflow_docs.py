# SPDX-License-Identifier: EUPL-1.2
"""``docs/transitions.md``: every state and every named move of every thing, from the declarations.

The same declarations fill ``gate.course``, by which the database takes or refuses a step.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.utils import translation

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition

PACKAGE = Path(__file__).resolve().parents[1]
PAGE = PACKAGE.parents[1] / "docs" / "transitions.md"
ROOMS = ("referrals", "places", "helpline", "coordination")
WHO = {SENDER: "sender", RECEIVER: "receiver", JOB: "a job"}
HEAD = """# Transitions

Everything with a state changes by a named move and in no other way: somebody adds a step, which
says who, from where, to where, why and when, and the database takes it if the move begins where the
thing is now (`src/samvern/access/migrations/sql/courses.sql`). This page is made from the code by
`./samvern docs transitions`; a test compares it with the code and with the database.

*Sender* is the organisation a thing is of, *receiver* the one it is sent to, *a job* the clock.
"""


def find_state_machines() -> list[StateMachine]:
    """Every course declared in a module ``workflow`` of a room, in the order of the rooms."""
    found: dict[str, StateMachine] = {}
    for room in ROOMS:
        paths = (PACKAGE / room).rglob("workflow.py")
        for path in sorted(paths, key=lambda path: (len(path.parts), path)):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            for value in vars(import_module(".".join(parts))).values():
                if isinstance(value, StateMachine):
                    found.setdefault(value.table, value)
    return list(found.values())


def write_transitions() -> str:
    """The page, in English."""
    with translation.override("en"):
        return "\n".join([HEAD, *(_section(course) for course in find_state_machines())])


def _section(course: StateMachine) -> str:
    states = ", ".join(f"`{code}` {label}" for code, label in course.states.items())
    lines = [
        f"## {_title(course)}",
        "",
        f"States: {states}. It begins as `{course.first}`.",
        "",
        "```mermaid",
        *_diagram(course),
        "```",
        "",
        "| Move | From | To | Who | Why |",
        "|---|---|---|---|---|",
        *(_row(move) for move in course.transitions),
        "",
    ]
    return "\n".join(lines)


def _title(course: StateMachine) -> str:
    room, _, thing = course.table.partition("_")
    return f"{thing.replace('_', ' ').capitalize()} ({room}, `{course.table}`)"


def _diagram(course: StateMachine) -> Iterator[str]:
    yield "stateDiagram-v2"
    yield f"  [*] --> {course.first}"
    for move in course.transitions:
        for start in move.start:
            yield f"  {start} --> {move.end}: {move.name}"
    left = {start for move in course.transitions for start in move.start}
    for state in course.states:
        if state not in left:
            yield f"  {state} --> [*]"


def _row(move: Transition) -> str:
    start = ", ".join(f"`{each}`" for each in move.start)
    who = ", ".join(WHO[each] for each in move.by)
    why = "; ".join(str(label) for label in (move.reasons or {}).values())
    return f"| `{move.name}` {move.label} | {start} | `{move.end}` | {who} | {why} |"
