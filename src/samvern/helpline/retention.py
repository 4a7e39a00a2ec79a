# SPDX-License-Identifier: EUPL-1.2
"""What was said to the helpline or asked of a desk is not kept for ever: the job that forgets."""

from samvern.access.actor import Actor
from samvern.helpline.enquiries.domain import forget_old_enquiries
from samvern.helpline.questions.domain import forget_old_questions


def forget_old_words(*, actor: Actor) -> int:
    """Destroy what is old in the actor's organisation; how many. The actor is its service member.

    Text about a case goes with the case; this is all other text about people.
    """
    return forget_old_enquiries(actor=actor) + forget_old_questions(actor=actor)
