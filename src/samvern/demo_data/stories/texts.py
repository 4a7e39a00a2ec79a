# SPDX-License-Identifier: EUPL-1.2
"""The words of the case workers, in bokmål or nynorsk."""

from dataclasses import dataclass
from typing import Any

from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import table

_PRONOUNS = {
    ("nb", True): ("hun", "henne", "hennes"),
    ("nb", False): ("han", "ham", "hans"),
    ("nn", True): ("ho", "henne", "hennar"),
    ("nn", False): ("han", "han", "hans"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """How one case is written about: the language, and the pronoun of its main person."""

    draws: Draws
    language: str
    female: bool
    number: int

    def say(self, topic: str, *name: object) -> str:
        """One of the sentences on a topic, such as ``notes.safety``."""
        return self.fill(self.draws.one(self.all(topic), "say", topic, self.number, *name))

    def all(self, topic: str) -> Any:
        """Everything there is on a topic."""
        found = table(f"texts_{self.language}")
        for part in topic.split("."):
            found = found[part]
        return found

    def fill(self, text: str, **slots: object) -> str:
        """A sentence with its pronouns in place."""
        subject, object_, owner = _PRONOUNS[self.language, self.female]
        return text.format(
            hun=subject, henne=object_, hennes=owner, Hun=subject.capitalize(), **slots
        )
