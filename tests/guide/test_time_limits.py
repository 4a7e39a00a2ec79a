# SPDX-License-Identifier: EUPL-1.2
"""A time limit that may run is on the page, on paper and in the JSON, and says what to do."""

import html
import io
import json
import re
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from pypdf import PdfReader

from samvern.guide.loaded_pack import loaded_pack
from support.visitor import Visitor

THREE_WEEKS = timedelta(days=21)
HEADS = {"nb": "Senest {}: Klage på vedtaket", "nn": "Seinast {}: Klage på vedtaket",
         "en": "At the latest {}: Appeal against the decision"}  # fmt: skip
NOTES = {
    "nb": "Hold denne dagen, med mindre svaret på «Avslått som åpenbart grunnløs» viser noe "
    "annet. Ring advokat i dag.",
    "nn": "Hald denne dagen, med mindre svaret på «Avslått som openbert grunnlaus» viser noko "
    "anna. Ring advokat i dag.",
    "en": "Keep to this day, unless the answer to “Refused as manifestly unfounded” shows "
    "otherwise. Call a lawyer today.",
}
OVER = {"nb": "Klag likevel, i dag", "nn": "Klag likevel, i dag", "en": "Appeal anyway, today"}


def refused(days_ago: int) -> date:
    return timezone.localdate() - timedelta(days=days_ago)


def last_day(refused_on: date) -> date:
    return loaded_pack().pack.ruleset.holidays.next_working_day(refused_on + THREE_WEEKS)


def begun(visitor: Visitor) -> None:
    """Far enough that the guide asks about the case."""
    visitor.tell("age_group", age_group="adult")
    visitor.tell("already_presumed", already_presumed="yes")
    visitor.tell("follow_up", follow_up=["removal"])


def told(visitor: Visitor, refused_on: date, **more: Any) -> None:
    begun(visitor)
    visitor.tell("removal_case", removal_case=["asylum_refused"])
    tell_day(visitor, refused_on)
    for fact, value in more.items():
        visitor.tell(fact, **{fact: value})


def tell_day(visitor: Visitor, day: date) -> None:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    visitor.tell("refused_on", **{f"refused_on.{part}": str(n) for part, n in parts.items()})


def page(visitor: Visitor) -> str:
    text = re.sub(r"<[^>]+>", " ", visitor.see("answer").content.decode())
    return " ".join(html.unescape(text).split())


def paper(visitor: Visitor) -> str:
    pdf = PdfReader(io.BytesIO(visitor.post(visitor.address("pdf")).content))
    # Hyphens at line ends are the page's, not the text's.
    text = "\n".join(sheet.extract_text() for sheet in pdf.pages)
    return " ".join(re.sub(r"-\n|\u00ad\n?", "", text).split())


def written(day: date, language: str) -> str:
    with override(language):
        return date_format(day, "j F Y" if language == "en" else "j. F Y")


def test_two_days_before_the_end_the_limit_is_first_on_the_page(anyone: Visitor) -> None:
    refused_on = refused(19)
    told(anyone, refused_on)
    head = HEADS[anyone.language].format(written(last_day(refused_on), anyone.language))
    seen = page(anyone)
    assert seen.count(head) == 2  # at the top, and among the time limits
    assert seen.index(head) < seen.index(level_heading(anyone.language))
    assert seen.count(NOTES[anyone.language]) == 2
    link = anyone.address("question", fact="manifestly_unfounded")
    assert f'href="{link}"' in anyone.see("answer").content.decode()


def level_heading(language: str) -> str:
    return {"nb": "Hvor sterke tegnene er", "nn": "Kor sterke teikna er",
            "en": "How strong the signs are"}[language]  # fmt: skip


def test_on_paper_too(anyone: Visitor) -> None:
    refused_on = refused(19)
    told(anyone, refused_on)
    seen = paper(anyone)
    assert HEADS[anyone.language].format(written(last_day(refused_on), anyone.language)) in seen
    assert NOTES[anyone.language].split("«")[0].split("“")[0].strip() in seen


def test_once_settled_the_mark_is_gone_and_the_day_stands(visitor: Visitor) -> None:
    refused_on = refused(19)
    told(visitor, refused_on, manifestly_unfounded="no")
    seen = page(visitor)
    assert f"{written(last_day(refused_on), 'nb')}: Klage på vedtaket" in seen
    assert "Senest" not in seen
    assert NOTES["nb"] not in seen


def test_a_limit_that_has_passed_says_so_and_what_can_still_be_done(anyone: Visitor) -> None:
    refused_on = refused(40)
    told(anyone, refused_on, manifestly_unfounded="no")
    passed = {"nb": "Gikk ut", "nn": "Gjekk ut", "en": "Passed on"}[anyone.language]
    day = written(last_day(refused_on), anyone.language)
    assert f"{passed} {day}: " in page(anyone)
    assert OVER[anyone.language] in page(anyone)
    assert OVER[anyone.language] in paper(anyone)


def test_an_expulsion_can_be_appealed_whatever_is_said_of_an_asylum_case(visitor: Visitor) -> None:
    begun(visitor)
    visitor.tell("removal_case", removal_case=["expulsion"])
    tell_day(visitor, refused(1))
    visitor.tell("manifestly_unfounded", manifestly_unfounded="yes")
    assert f"{written(last_day(refused(1)), 'nb')}: Klage på vedtaket" in page(visitor)


def test_programs_get_the_earliest_end_and_the_question(visitor: Visitor) -> None:
    refused_on = refused(19)
    facts = {"removal_case": ["asylum_refused"], "refused_on": refused_on.isoformat()}
    (appeal,) = [clock for clock in asked(visitor, {"facts": facts})["clocks"] if is_appeal(clock)]
    assert {key: appeal[key] for key in ("value", "state", "mark", "shown", "counts", "asks")} == {
        "value": "unknown", "state": "may_run", "mark": "unless", "shown": True, "counts": True,
        "asks": ["manifestly_unfounded"],
    }  # fmt: skip
    assert appeal["earliest_end"] == last_day(refused_on).isoformat()
    assert appeal["days_left"] == (last_day(refused_on) - timezone.localdate()).days
    assert appeal["advice"] == NOTES["nb"]


def test_of_many_people_the_earliest_end_is_told(visitor: Visitor) -> None:
    refused_on = refused(19)
    facts = {"removal_case": ["asylum_refused"], "refused_on": refused_on.isoformat()}
    people = asked(visitor, {"people": [{"facts": facts}] * 4}, "")["people"]
    end = last_day(refused_on).isoformat()
    appeal = {"id": "appeal_residence", "value": "unknown", "state": "may_run", "earliest_end": end}
    assert [[c for c in person["clocks"] if is_appeal(c)] for person in people] == [[appeal]] * 4


def asked(visitor: Visitor, body: dict[str, Any], include: str = "texts") -> Any:
    response = visitor.post(
        f"/api/guide/assess?lang=nb&include={include}",
        json.dumps(body),
        content_type="application/json",
    )
    return response.json()


def is_appeal(clock: dict[str, Any]) -> bool:
    return bool(clock["id"] == "appeal_residence")


def test_nobody_is_shown_limits_nothing_is_known_of(visitor: Visitor) -> None:
    visitor.tell("age_group", age_group="adult")
    visitor.tell("purpose_seen", purpose_seen=["forced_labour"])
    assert 'id="limits"' not in visitor.see("answer").content.decode()
