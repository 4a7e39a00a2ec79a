# SPDX-License-Identifier: EUPL-1.2
"""Forms of the advisory desks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.law import law, said
from samvern.contacts.course import ADVICE, QUESTION
from samvern.contacts.domain.asking import KEPT
from samvern.contacts.models import Desk, Question
from samvern.contacts.models.asking import Topic

LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk"))]
RULES = 3
QUOTED = ("right", "duty", "sharing", "clock")


def kept_field(choices: Iterable[tuple[str, Any]] = tuple(KEPT.items())) -> fields.RadioField:
    """Why something that could point to somebody stays; asked only where there is something."""
    return fields.RadioField(
        label=_("Why may what is marked stay?"), choices=choices, required=False
    )


class SearchForm(Form):
    """What is sought in the advice."""

    text = fields.LineField(label=_("Search in advice"), required=False)
    topic = fields.SelectField(
        label=_("Topic"), choices=Topic.choices, empty=_("All"), required=False
    )


class QuestionForm(Form):
    """A question to a desk."""

    desk_id = fields.SelectField(label=_("Which desk?"), choices=[], coerce=UUID)
    topic = fields.SelectField(label=_("Topic"), choices=Topic.choices)
    about_child = fields.TickField(label=_("It is about a child, or somebody who may be one"))
    text = fields.TextField(
        label=_("Your question"),
        help_text=_(
            "Write so that nobody can see who it is about: no name, number, address or place"
            " smaller than a county. “A woman of about 20” is enough."
        ),
        rows=8,
    )
    kept = kept_field()
    circle = fields.RadioField(
        label=_("Who on our side sees it?"),
        choices=Question.Circle.choices,
        initial=Question.Circle.UNIT,
    )

    def __init__(self, *args: Any, desks: list[Desk], marked: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(d.pk), f"{d.name} – {d.organisation.name}") for d in desks]
        self.fields["desk_id"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]
        _ask_why(self, marked=marked)


class WordsForm(Form):
    """What is said in a move; ``move`` is one of those open now."""

    move = fields.RadioField(label=_("What do you do?"), choices=[])
    words = fields.TextField(label=_("Text"), rows=6, required=False)
    kept = kept_field()
    reason = fields.SelectField(
        label=_("Why is it not for you?"),
        choices=list((QUESTION.move("decline").reasons or {}).items()),
        required=False,
    )

    def __init__(self, *args: Any, moves: list[tuple[str, Any]], marked: bool, **o: Any) -> None:
        super().__init__(*args, **o)
        self.fields["move"].choices = moves  # type: ignore[attr-defined]
        _ask_why(self, marked=marked)
        if "decline" not in dict(moves):
            del self.fields["reason"]


class AdviceForm(Form):
    """An advice for everybody."""

    title = fields.LineField(label=_("Title"))
    asked = fields.TextField(label=_("The question, without anybody in it"), rows=4)
    answered = fields.TextField(label=_("The advice"), rows=10, limit=8000)
    kept = kept_field([("nobody", KEPT["nobody"])])
    topics = fields.ChecksField(label=_("Topics"), choices=Topic.choices)
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


def _ask_why(form: Form, *, marked: bool) -> None:
    """Ask why something stays where there is something, and only there."""
    if marked:
        form.fields["kept"].required = True
    else:
        del form.fields["kept"]


def rule_choices() -> list[tuple[str, str]]:
    """Rules of the pack an advice may rest on, by their names."""
    rules = law().book.rules.values()
    named = [(rule.id, f"{said(rule.name)} ({rule.id})") for rule in rules if rule.kind in QUOTED]
    return sorted(named, key=lambda row: row[1].casefold())


class SendBackForm(Form):
    """What is to be mended."""

    words = fields.TextField(label=_("What must be mended?"), rows=3)


class TakeDownForm(Form):
    """Why an advice goes."""

    reason = fields.RadioField(
        label=_("Why is it taken down?"),
        choices=list((ADVICE.move("take_down").reasons or {}).items()),
    )


class DeskForm(Form):
    """A desk, as its leader keeps it."""

    name = fields.LineField(label=_("Name of the desk"), limit=120)
    unit_id = fields.SelectField(label=_("Unit that answers"), choices=[], coerce=UUID)
    topics = fields.ChecksField(label=_("What it answers about"), choices=Topic.choices)
    days = fields.SelectField(
        label=_("Usually answers within, in working days"),
        choices=[(str(n), str(n)) for n in (1, 2, 3, 5, 10, 15)],
        coerce=int,
    )
    is_open = fields.TickField(label=_("Other organisations may ask"))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit_id"].choices = [("", _("Choose")), *units]  # type: ignore[attr-defined]
