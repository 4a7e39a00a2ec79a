# SPDX-License-Identifier: EUPL-1.2
"""Reading the actors of a pack: who can be called."""

from __future__ import annotations

from samvern.law.model import LISTED, PackActor
from samvern.law.reading.reader import Reader


def read_actor(reader: Reader) -> PackActor:
    """Somebody who can be called."""
    actor = PackActor(
        id=reader.id(),
        name=reader.text("name"),
        does=reader.text("does"),
        needs=reader.words("needs"),
        adults=reader.flag("adults", True),
        children=reader.flag("children", False),
        sexes=reader.words("sexes", ("women", "men")) or ("women", "men"),
        counties=reader.words("counties") or ("national",),
        phone=reader.word("phone"),
        email=reader.word("email"),
        web=reader.word("web"),
        hours=reader.optional_text("hours"),
        basis=reader.sources("basis"),
        confidence=reader.confidence(),
        profession=reader.words("profession"),
        alarm=reader.optional_text("alarm"),
        listed=reader.word("listed", LISTED),
    )
    reader.finish()
    return actor
