# SPDX-License-Identifier: EUPL-1.2
"""What case workers write: the same in both written forms, whole sentences, and kind."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samvern.demo_data.model import Story
from samvern.demo_data.stories.build import stories
from samvern.demo_data.table_files import table

TODAY = date(2026, 11, 23)
ALIKE = {
    "Avtale time hos advokat",
    "Ingen ledig plass. Står på venteliste.",
    "Melde barnet til helsestasjonen",
    "Sende kopi av vedtaket til Nav",
    "Tenkt torg {number} i Eksempelfjord",
}


def shape(found: Any) -> Any:
    """The tree without its words."""
    if isinstance(found, dict):
        return {key: shape(value) for key, value in found.items()}
    if isinstance(found, list):
        return [shape(each) for each in found]
    return type(found).__name__


def words(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        for value in found.values():
            yield from words(value)
    elif isinstance(found, list):
        for value in found:
            yield from words(value)
    else:
        yield found


def test_both_written_forms_say_as_much() -> None:
    assert shape(table("texts_nb")) == shape(table("texts_nn"))


def test_nynorsk_is_not_bokmaal_again() -> None:
    same = set(words(table("texts_nb"))) & set(words(table("texts_nn")))
    assert {each for each in same if len(each.split()) > 3} == ALIKE


def written(story: Story) -> Iterator[str]:
    yield from (note.text for note in story.notes)
    yield from (task.text for task in story.tasks)
    yield from (paper.text for paper in story.papers)
    yield from (story.close_words, story.hold_words, story.label)
    for human in story.people:
        yield from (each.ground for each in human.findings)
        yield from (each.words for each in human.agreements)
        yield from (each.words for each in human.help)
        yield from (text for each in human.dangers for text in (each.threats, each.plan))
        yield from (step.text for each in human.aims for step in each.steps)
        yield from (each.text for each in human.aims)


def test_no_place_for_a_word_is_left_open() -> None:
    texts = [text for story in stories(TODAY) for text in written(story)]
    assert [text for text in texts if "{" in text or "}" in text] == []


def test_a_case_is_written_about_in_one_written_form() -> None:
    only = {
        "nb": {" ikke ", " hvis ", " fra "},
        "nn": {" ikkje ", " dersom ", " frå "},
    }
    for story in stories(TODAY):
        text = f" {' '.join(written(story))} ".lower()
        other = only["nn" if story.language == "nb" else "nb"]
        assert [word for word in other if word in text] == [], (story.key, story.language)
