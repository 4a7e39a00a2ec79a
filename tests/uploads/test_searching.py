# SPDX-License-Identifier: EUPL-1.2
"""What is searched in the application itself: nothing keeps it busy, nothing hides what it does."""

import time

import pytest

from samvern.cases.documents.uploads import RejectionReason, UploadRejected, accept_upload
from uploads.files import MACRO, MAIN, office

RELATIONS = "word/_rels/settings.xml.rels"
SECONDS = 2.0
TEMPLATE = (
    b'<Relationships><Relationship Id="r" Target="https://example.org/t" '
    b'Type="http://s/attachedTemplate" TargetMode="External"/></Relationships>'
)
ALIKE = {
    "sign as a decimal": TEMPLATE.replace(b"attached", b"&#97;ttached"),
    "sign as a hexadecimal": TEMPLATE.replace(b"attached", b"&#x0061;ttached"),
    "other sign": TEMPLATE.replace(b"External", b"Externa&#108;"),
    "end of an element in a value": TEMPLATE.replace(b"org/t", b"org/?a>b"),
    "never closed": TEMPLATE[:-18],
}
SLOW = {
    "lines like those of a letter": b"Name: value\n" * 24 + b"no letter\n",
    "relations without end": office(more={RELATIONS: b"<Relationship " * 20_000}),
    "many parts with relations": office(
        more={f"word/_rels/{number}.rels": b"<Relationships/>" for number in range(2000)}
    ),
}


def refused(content: bytes) -> RejectionReason:
    with pytest.raises(UploadRejected) as caught:
        accept_upload(content, "")
    return caught.value.reason


@pytest.mark.parametrize("name", ALIKE)
def test_what_a_reader_would_fetch_is_found_however_it_is_written(name: str) -> None:
    assert refused(office(more={RELATIONS: ALIKE[name]})) == RejectionReason.FETCHES


def test_macros_are_found_however_their_kind_is_written() -> None:
    disguised = MACRO.replace("macro", "m&#97;cro")
    assert refused(office(main=f'{MAIN["docx"][1]}" Other="{disguised}')) == RejectionReason.PROGRAM


def test_a_link_with_signs_as_numbers_comes_in() -> None:
    link = TEMPLATE.replace(b"attachedTemplate", b"hyperlink").replace(b"/t", b"/&#60;&#38;&#0;")
    assert accept_upload(office(more={RELATIONS: link}), "").extension == "docx"


@pytest.mark.parametrize("name", SLOW)
def test_no_file_keeps_the_application_busy(name: str) -> None:
    start = time.process_time()
    accept_upload(SLOW[name], "")
    assert time.process_time() - start < SECONDS
