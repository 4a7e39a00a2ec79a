# SPDX-License-Identifier: EUPL-1.2
"""What of the room can be alive on a case: a question to a desk, found by where it came from."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access.case_closing import ClosableKind, FateAtClosing
from samvern.helpline.workflow import ANSWERED, DECLINED, QUESTION, RUNNING

OPEN = ", ".join(f"'{state}'" for state in (*RUNNING, ANSWERED, DECLINED))
LIVES = (
    "EXISTS (SELECT 1 FROM public.contacts_question q "  # noqa: S608 (states of our own)
    f"WHERE q.id = {{t}}.question_id AND q.state IN ({OPEN}))"
)
CLOSABLE_KINDS = (
    ClosableKind(
        "question", "contacts_origin", lazy("Questions to an advisory desk"), FateAtClosing.ENDS,
        LIVES,
        "SELECT gate.finish_thing('contacts_question', o.question_id, "
        "ARRAY['withdraw', 'close'], '', $2, $3) FROM public.contacts_origin o WHERE o.id = $1",
        born="true",
    ),
)  # fmt: skip
COURSES = (QUESTION,)
TABLES_WITHOUT_CLOSING = {
    "contacts_opening": "Says which call the case came from; its callbacks ended with that.",
    "contacts_contactrule": "How the person may be reached safely, for the house alone.",
}
