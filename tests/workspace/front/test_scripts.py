# SPDX-License-Identifier: EUPL-1.2
"""Names on paper in the scripts of those who are met: whole, or whole in Latin letters."""

import io
import unicodedata

import pytest
from pypdf import PdfReader

from samvern.typesetting.faces import FACES, built
from samvern.typesetting.legible import latin, legible, plain
from support.plain_paper import paper_of

READ_BACK = {
    "Dari": "پروین کریمی", "Urdu": "شازیہ قریشی", "Tigrinya": "ሰላም ተስፋይ", "Thai": "สมชาย",
    "Georgian": "ნინო ბერიძე", "Armenian": "Անահիտ Պետրոսյան", "Greek": "Ελένη Παπαδοπούλου",
    "Russian": "Зоя Щукина", "Vietnamese": "Nguyễn Thị Hương", "Yoruba": "Ọlará",
    "Hebrew": "שרה כהן", "Arabic": "محمد لا", "Pashto": "ښځه ډېر ټول", "Sorani": "گلاله ڕەحمان",
}  # fmt: skip
SET = {
    **READ_BACK,
    "Hindi": "प्रिया",
    "Bengali": "শ্রেয়া", "Tamil": "செல்வி", "Burmese": "ကျော် ဝင်း", "Points": "مُحَمَّد רִבְקָה",
}  # fmt: skip


def read(text: str) -> str:
    whole = unicodedata.normalize(
        "NFKC", "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper_of(text))).pages)
    )
    return " ".join(whole.split())


def test_every_face_is_built_with_its_licence() -> None:
    assert built() == list(FACES)


@pytest.mark.parametrize("language", sorted(SET))
def test_no_letter_is_exchanged(language: str) -> None:
    assert legible(SET[language]) == SET[language]
    assert "latinske bokstaver" not in read(SET[language])


@pytest.mark.parametrize("language", sorted(READ_BACK))
def test_a_name_reads_back_as_it_was_written(language: str) -> None:
    name = READ_BACK[language]
    whole = read(f"Hun heter {name} i dag")
    assert [word for word in name.split() if unicodedata.normalize("NFKC", word) not in whole] == []


@pytest.mark.parametrize(
    ("text", "shown"), [("王美玲 ringte", "Wang Mei Ling ringte"), ("김민지", "Gim Min Ji")]
)
def test_a_word_without_a_face_is_whole_in_latin_letters_and_the_paper_says_so(
    text: str, shown: str
) -> None:
    assert legible(text) == shown
    whole = read(text)
    assert (shown in whole, "latinske bokstaver" in whole) == (True, True)


def test_a_word_is_never_of_two_scripts() -> None:
    assert plain("پروین sa") == f"{latin('پروین')} sa"
    assert legible("پر王وین") == latin("پر王وین")
