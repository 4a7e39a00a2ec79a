# SPDX-License-Identifier: EUPL-1.2
"""Forms of the advisory desks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.pack import current_pack, localized
from samvern.helpline.advice.models import AdviceStep
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.questions.domain import KEPT
from samvern.helpline.questions.forms import _ask_why, kept_field
from samvern.helpline.workflow import ADVICE

LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
RULES = 3
QUOTED = ("right", "duty", "sharing", "clock")


class AdviceSearchForm(Form):
    """What is sought in the advice."""

    text = fields.SingleLineField(label=_("Search in advice"), required=False)
    topic = fields.SelectField(
        label=_("Topic"), choices=AdviceTopic.choices, empty=_("All"), required=False
    )


class AdviceForm(Form):
    """An advice for everybody."""

    title = fields.SingleLineField(label=_("Title"))
    asked = fields.MultiLineField(label=_("The question, without anybody in it"), rows=4)
    answered = fields.MultiLineField(label=_("The advice"), rows=10, limit=8000)
    kept = kept_field([("nobody", KEPT["nobody"])])
    topics = fields.CheckboxesField(label=_("Topics"), choices=AdviceTopic.choices)
    language = fields.RadioField(label=_("Written in"), choices=LANGUAGES, initial="nb")

    def __init__(self, *args: Any, marked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        _ask_why(self, marked=marked)
        choices = rule_choices()
        for number in range(1, RULES + 1):
            self.fields[f"rule{number}"] = fields.SelectField(
                label=_("It rests on"), choices=choices, empty=_("Nothing chosen"), required=False
            )

    def chosen_rules(self) -> list[str]:
        """Ids of the rules that were chosen, each once."""
        picked = (self.cleaned_data.get(f"rule{number}", "") for number in range(1, RULES + 1))
        return list(dict.fromkeys(filter(None, picked)))


def rule_choices() -> list[tuple[str, str]]:
    """Rules of the pack an advice may rest on, by their names."""
    rules = current_pack().ruleset.rules.values()
    named = [
        (rule.id, f"{localized(rule.name)} ({rule.id})") for rule in rules if rule.kind in QUOTED
    ]
    return sorted(named, key=lambda row: row[1].casefold())


class SendBackForm(Form):
    """What is to be mended."""

    words = form_field(AdviceStep, "words", required=True)


class TakeDownForm(Form):
    """Why an advice goes."""

    reason = fields.RadioField(
        label=_("Why is it taken down?"),
        choices=list((ADVICE.transition("take_down").reasons or {}).items()),
    )
