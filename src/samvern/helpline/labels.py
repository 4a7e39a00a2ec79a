# SPDX-License-Identifier: EUPL-1.2
"""What the room's notices, and the acts in its trail, are called."""

from typing import Any

from django.utils.translation import gettext_lazy as lazy

QUESTION, WAITING = "question", "guidance_waiting"
NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "question-received": (lazy("Somebody has asked your desk"), QUESTION),
    "question-answered": (lazy("A desk has answered you"), QUESTION),
    "question-more": (lazy("A desk asks you for more"), QUESTION),
    "question-declined": (lazy("A desk cannot answer your question"), QUESTION),
    "question-told": (lazy("More was told about a question at your desk"), QUESTION),
    "question-withdrawn": (lazy("A question at your desk was withdrawn"), QUESTION),
    "question-soon": (lazy("A question at your desk is due tomorrow"), QUESTION),
    "question-late": (lazy("A question at your desk is overdue"), QUESTION),
    "question-waits": (lazy("A desk still waits for your answer"), QUESTION),
    "question-silent": (lazy("A desk has not answered in time"), WAITING),
}
"""Text, and the page where it is dealt with, by the notice's kind."""
ACT_LABELS: dict[str, Any] = {
    "advice.search": lazy("Searched in advice"),
    "advice.see": lazy("Read an advice"),
    "callback.reach": lazy("Looked at how somebody can be called"),
    "contact.find": lazy("Searched for contacts by a chosen word"),
    "contact.see": lazy("Looked at a contact"),
    "contact_rules.see": lazy("Looked at how a person may be reached"),
    "contacts.figures": lazy("Looked at figures of the helpline"),
    "contacts.see": lazy("Looked at the shift"),
    "guidance.figures": lazy("Looked at figures of guidance"),
    "guidance.see": lazy("Looked at the list of questions"),
    "question.see": lazy("Looked at a question"),
    "contact.log": lazy("Logged a contact"),
    "contact.add": lazy("Added to a contact"),
    "contact.forget": lazy("What was said in old contacts was deleted"),
    "keeping.rule.see": lazy("Looked at how long words are kept"),
    "keeping.rule": lazy("Decided how long words are kept"),
    "question.forget": lazy("The text of old questions to advisory desks was deleted"),
    "callback.promise": lazy("Promised a call"),
    "callback.done": lazy("Called and talked"),
    "callback.no_answer": lazy("Called back, no answer"),
    "callback.move": lazy("Moved a callback"),
    "callback.unsafe": lazy("Called back, not safe to talk"),
    "callback.give_up": lazy("Gave up a callback"),
    "callback.hand_over": lazy("A callback was taken over in a case"),
    "question.take": lazy("Took a question"),
    "question.ask_more": lazy("Asked for more about a question"),
    "question.tell_more": lazy("Told more about a question"),
    "question.answer": lazy("Answered a question"),
    "question.ask_on": lazy("Asked on"),
    "question.close": lazy("Closed a question"),
    "question.decline": lazy("Declined a question"),
    "question.withdraw": lazy("Withdrew a question"),
    "question.remind": lazy("Reminded of questions"),
    "advice.write": lazy("Wrote an advice"),
    "advice.approve": lazy("Approved an advice"),
    "advice.send_back": lazy("Sent an advice back"),
    "advice.mend": lazy("Mended an advice"),
    "advice.take_down": lazy("Took an advice down"),
    "desk.keep": lazy("Changed a desk"),
}
"""Acts that were looks or lists, or that belong to no case."""
ACTS: dict[str, Any] = {
    "contact.case": lazy("The case was opened from a contact with the helpline"),
    "contact_rule.write": lazy("How the person may be reached was written down"),
    "question.ask": lazy("A desk was asked for advice"),
}
"""Acts of a case's timeline."""
