# SPDX-License-Identifier: EUPL-1.2
"""Figures nobody has observed: how people and organisations behave in the simulated year.

They are chosen to be bad enough that every rung of every clock is reached, and may be changed
freely. Times are minutes: the least, the usual, the most, as a triangle.
"""

HOUR, DAY = 60, 24 * 60
SEES = {
    "tonight": (1, 14, 2 * HOUR),
    "days3": (10, 5 * HOUR, 3 * DAY),
    "days14": (30, 30 * HOUR, 10 * DAY),
}
"""From sending to the first opening, by those who open it by themselves."""
ANSWERS = {
    "tonight": (2, 25, 3 * HOUR),
    "days3": (15, 10 * HOUR, 4 * DAY),
    "days14": (1 * HOUR, 4 * DAY, 16 * DAY),
}
"""From opening to an answer; and from a question to the sender's answer."""
COMES = {
    "tonight": (20, 2 * HOUR, 20 * HOUR),
    "days3": (2 * HOUR, 2 * DAY, 6 * DAY),
    "days14": (1 * DAY, 8 * DAY, 24 * DAY),
}
"""From being accepted to being there."""
STAYS = {"housing": (3 * DAY, 45 * DAY, 200 * DAY), "": (2 * DAY, 60 * DAY, 300 * DAY)}
"""How long help lasts before somebody closes the referral."""
DELETES = (1 * HOUR, 2 * DAY, 12 * DAY)
SENDS = {"tonight": (2, 30, 3 * HOUR), "days3": (1 * HOUR, 2 * DAY, 9 * DAY),
         "days14": (1 * HOUR, 9 * DAY, 40 * DAY)}  # fmt: skip
"""From being met to the referral of a need."""
AGAIN = (10, 4 * HOUR, 3 * DAY)
"""From a no to the next try."""

NEVER_OPENS, FORGETS = 0.07, 0.08
"""Shares of receivers who open nothing, or open it and leave it, until something wakes them."""
WAKES = {
    "receiver": 0.35, "receiver_leader": 0.45, "sender": 0.15, "sender_leader": 0.25,
    "coordinator": 0.35, "answerer": 0.5, "arrival": 0.3, "arrival_there": 0.3,
    "arrival_leader": 0.4, "arrival_leader_there": 0.4, "arrival_coordinator": 0.5,
    "receiver_leader_long": 0.4, "sender_leader_long": 0.2, "coordinator_long": 0.4,
    "deleter": 0.5, "deleter_leader": 0.6,
}  # fmt: skip
"""How often a reminder to each moves anything."""
DECIDES = {"accept": 0.60, "decline": 0.21, "ask": 0.12, "hand_on": 0.07}
ASKS_MORE = 0.7
"""How often a receiver that would ask once more does so, instead of accepting."""
DECLINES = {"full": 30, "outside_mandate": 20, "distance": 12, "security": 10, "substance_use": 9,
            "other": 8, "age": 4, "children": 4, "sex": 3}  # fmt: skip
HOLDS = {"did_not_come": 45, "changed_mind": 25, "no_contact": 20, "went_elsewhere": 10}
NEVER_COMES, UNNOTED = 0.11, 0.09
"""Shares who never arrive, and of whose arrival nobody writes anything by itself."""
COMES_LATER, TRIES_AFTER_MISS = 0.15, 0.4
PULLED, UNSHARED = 0.03, 0.02
"""Shares of referrals taken back by the sender, and whose share she ends."""
TRIES = 3
"""How many receivers are tried for one need."""
SHARED = (20 * DAY, 80 * DAY, 240 * DAY)
"""How long what was sent stays open to the receiver, at most."""
WOKEN = (1, 20, 3 * HOUR)
"""From a reminder to what it moves somebody to do."""
LEAVES, MISSING, RETURNS = 0.08, 0.06, 0.45
MISSING_CHILD = 0.15
GONE_AFTER = (1 * DAY, 50 * DAY, 300 * DAY)
BACK_AFTER = (1 * DAY, 12 * DAY, 90 * DAY)
BEDS = {"krisesenter": 3, "fyrlykta": 2, "nav": 1}
"""Beds of each such house in the whole country for each hundred people met in a year, and at least
one in each region; the other services count no beds."""
WANTS = {
    "health": (0.5, "days14"), "legal": (0.35, "days3"), "money": (0.35, "days14"),
    "residence": (0.45, "days14"), "work": (0.4, "days14"), "danger": (0.12, "tonight"),
    "report": (0.2, "days3"), "return": (0.06, "days14"),
}  # fmt: skip
"""How often each need is met with, and how soon it must be answered. Housing has its own margin."""
