# SPDX-License-Identifier: EUPL-1.2
"""What API clients send of somebody's needs."""

from typing import Literal

from pydantic import AwareDatetime, Field

from samvern.access.api.sent import Sent
from samvern.law.births import OLDEST
from samvern.places.matching.needs import Needs, districts


class NeedsIn(Sent):
    """Needs and risks for one stay; what is left out is not known, and is asked about."""

    since: AwareDatetime
    until: AwareDatetime
    sex: Literal["", "woman", "man", "other"] = ""
    age: int | None = Field(None, ge=0, le=OLDEST)
    children: int = Field(0, ge=0, le=12)
    accessible: bool = False
    languages: list[str] = Field(default_factory=list, max_length=10)
    security: int = Field(1, ge=1, le=3)
    staffed: Literal["none", "day", "round_the_clock"] = "none"
    use: Literal["", "none", "sober_there", "active"] = ""
    avoid: list[str] = Field(default_factory=list, max_length=50)
    kind: str = Field("", max_length=30)
    region: str = Field("", max_length=60)
    danger: bool = False
    words: str = Field("", max_length=1000)

    def needs(self) -> Needs:
        """As the search reads them."""
        said = self.model_dump() | {
            "languages": tuple(self.languages),
            "avoid": districts(",".join(self.avoid)),
        }
        return Needs(**said)
