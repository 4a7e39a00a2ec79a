# SPDX-License-Identifier: EUPL-1.2
"""What a thing with a state may do: the table that code, database and pages share."""

from samvern.access.workflow import JOB, RECEIVER, SENDER, StateMachine, Transition

SEE = Transition("see", "Opened", ("sent",), "seen", (RECEIVER,))
NO = Transition(
    "decline", "Declined", ("sent", "seen"), "declined", (RECEIVER, SENDER), {"full": "Full"}
)
LAPSE = Transition("lapse", "Lapsed", ("sent",), "gone", (JOB,), {})
MACHINE = StateMachine("room_thing", "sent", {"sent": "Sent", "seen": "Seen"}, (SEE, NO, LAPSE))


def test_every_transition_is_a_row_and_says_whether_it_asks_for_a_reason() -> None:
    assert list(MACHINE.rows()) == [
        ("room_thing", "see", "sent", "seen", "receiver", False),
        ("room_thing", "decline", "sent", "declined", "receiver", True),
        ("room_thing", "decline", "sent", "declined", "sender", True),
        ("room_thing", "decline", "seen", "declined", "receiver", True),
        ("room_thing", "decline", "seen", "declined", "sender", True),
        ("room_thing", "lapse", "sent", "gone", "job", True),
    ]


def test_each_side_may_do_its_own_in_each_state() -> None:
    may = {
        (state, side): MACHINE.transitions_from(state, side)
        for state in ("sent", "seen", "gone")
        for side in (SENDER, RECEIVER, JOB)
    }
    assert {place: transitions for place, transitions in may.items() if transitions} == {
        ("sent", SENDER): (NO,),
        ("sent", RECEIVER): (SEE, NO),
        ("sent", JOB): (LAPSE,),
        ("seen", SENDER): (NO,),
        ("seen", RECEIVER): (NO,),
    }


def test_a_transition_is_found_by_its_name() -> None:
    assert [MACHINE.transition(name) for name in ("lapse", "see")] == [LAPSE, SEE]
