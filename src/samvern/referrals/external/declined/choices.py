# SPDX-License-Identifier: EUPL-1.2
"""Short lists a person who said no is counted by."""

from typing import Any

from django.utils.translation import gettext_lazy as lazy

REGIONS: dict[str, Any] = {
    "oslo": lazy("Oslo"),
    "east": lazy("Eastern Norway"),
    "south": lazy("Southern Norway"),
    "west": lazy("Western Norway"),
    "middle": lazy("Central Norway"),
    "north": lazy("Northern Norway"),
    "unknown": lazy("Not known"),
}
FORMS: dict[str, Any] = {
    "sexual": lazy("Sexual exploitation"),
    "labour": lazy("Forced labour or services"),
    "domestic": lazy("Work in a household"),
    "crime": lazy("Crime that others profit from"),
    "begging": lazy("Begging"),
    "other": lazy("Another form, or several"),
    "unknown": lazy("Not known"),
}
AGES: dict[str, Any] = {
    "child": lazy("Under 18"),
    "young": lazy("18 to 24"),
    "adult": lazy("25 or older"),
    "unknown": lazy("Not known"),
}
SEXES: dict[str, Any] = {
    "female": lazy("Woman"),
    "male": lazy("Man"),
    "other": lazy("Another"),
    "unknown": lazy("Not known"),
}
OFFERED: dict[str, Any] = {
    "place": lazy("A safe place to live"),
    "health": lazy("Health care"),
    "legal": lazy("A lawyer"),
    "stay": lazy("Reflection period"),
    "police": lazy("Talk with the police"),
    "money": lazy("Money to live on"),
    "talk": lazy("Somebody to talk to"),
    "home": lazy("Help to go home"),
}
REASONS: dict[str, Any] = {
    "fear": lazy("Fear of those who exploit"),
    "authorities": lazy("Does not trust authorities"),
    "stay": lazy("Afraid of losing the right to stay"),
    "money": lazy("Cannot lose the income"),
    "not_victim": lazy("Does not see it as exploitation"),
    "family": lazy("For the sake of family"),
    "offer": lazy("What was offered did not fit"),
    "later": lazy("Wants to think it over"),
    "unsaid": lazy("Did not say why"),
}
TABLES: dict[str, tuple[Any, dict[str, Any]]] = {
    "region": (lazy("Part of the country"), REGIONS),
    "form": (lazy("Form of exploitation"), FORMS),
    "age": (lazy("Age"), AGES),
    "sex": (lazy("Sex"), SEXES),
    "met_by": (lazy("Who met them"), {}),
    "offered": (lazy("Help that was offered"), OFFERED),
    "reason": (lazy("Why they said no"), REASONS),
}
"""What is counted, with its codes; who met them are the kinds of organisation."""
