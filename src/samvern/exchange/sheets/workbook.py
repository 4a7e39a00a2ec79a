# SPDX-License-Identifier: EUPL-1.2
"""One sheet of an XLSX workbook as rows of text.

calamine gives an empty text for an error (#N/A) and for a formula whose result was never saved:
both would pass as "nothing here", so they are looked for in the sheet's own XML and refused.
"""

import datetime
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from samvern.exchange.sheets.errors import GridError, shown

MAX_UNPACKED = 1_000_000_000
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_AT = re.compile(rb'\br="([A-Z]+\d+)"')
_ERROR = re.compile(rb'\bt="e"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
Cell = object


@dataclass(frozen=True)
class OpenedSheet:
    """The sheet that was read, the visible sheets of the workbook, and the rows."""

    sheet: str
    sheets: tuple[str, ...]
    rows: list[list[str]]


def is_workbook(raw: bytes) -> bool:
    """Does the file begin as an XLSX file (a zip with a workbook) does?"""
    return raw.startswith(b"PK") and b"xl/" in raw


def open_sheet(path: str, raw: bytes, wanted: str | None) -> OpenedSheet:
    """The wanted sheet, else the only visible one that holds anything.

    Raises GridError for a broken or locked file, several sheets to choose from, a sheet that is
    not there, and cells with an error or a formula without a saved result.
    """
    _check_size(path, raw)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
    except (CalamineError, OSError) as problem:
        raise GridError(f"{path}: cannot be read as XLSX ({_line(problem)}).") from None
    visible = tuple(
        sheet.name for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    )  # fmt: skip
    name = _choose(path, book, visible, wanted)
    _check_cells(path, raw, name)
    table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return OpenedSheet(name, visible, [[_text(value) for value in row] for row in table])


def _check_size(path: str, raw: bytes) -> None:
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(BytesIO(raw)).infolist())
    except zipfile.BadZipFile as problem:
        raise GridError(f"{path}: cannot be read as XLSX ({_line(problem)}).") from None
    if unpacked > MAX_UNPACKED:
        raise GridError(f"{path}: unpacks to more than {MAX_UNPACKED:,} bytes. Split the file.")


def _choose(path: str, book: CalamineWorkbook, visible: tuple[str, ...], wanted: str | None) -> str:
    if wanted is not None:
        if wanted in book.sheet_names:
            return wanted
        raise GridError(f"{path}: has no sheet '{wanted}'. The sheets are: {shown(visible)}.")
    filled = [name for name in visible if book.get_sheet_by_name(name).height]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        raise GridError(f"{path}: no visible sheet holds anything.")
    raise GridError(
        f"{path}: has {len(filled)} sheets: {shown(filled)}. Say which with --sheet NAME."
    )


def _check_cells(path: str, raw: bytes, name: str) -> None:
    """Refuse what calamine would show as an empty cell though it is none."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        part = _part(archive, name)
        xml = archive.read(part) if part else b""
    if b't="e"' not in xml and not _FORMULA.search(xml):
        return
    for cell in _CELL.finditer(xml):
        at = _AT.search(cell[1])
        where = f"{path}: sheet '{name}', cell {at[1].decode() if at else '?'}"
        if _ERROR.search(cell[1]):
            raise GridError(f"{where} holds an error such as #N/A. Mend it and save again.")
        if cell[2] and _FORMULA.search(cell[2]) and not _VALUE.search(cell[2]):
            raise GridError(
                f"{where} holds a formula without a saved result. Open the file in a spreadsheet, "
                "save it, and try again."
            )


def _part(archive: zipfile.ZipFile, name: str) -> str | None:
    """The file inside the workbook that holds this sheet."""
    wanted = None
    for tag in _SHEET.findall(archive.read("xl/workbook.xml")):
        if _attribute(tag, b"name") == name:
            wanted = _attribute(tag, rb"(?:\w+:)?id")
    for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        if wanted is not None and _attribute(tag, b"Id") == wanted:
            target = (_attribute(tag, b"Target") or "").lstrip("/")
            part = target if target.startswith("xl/") else f"xl/{target}"
            return part if part in archive.namelist() else None
    return None


def _attribute(tag: bytes, name: bytes) -> str | None:
    found = re.search(rb"\s" + name + rb"=(?:\"([^\"]*)\"|'([^']*)')", tag)
    if not found:
        return None
    text = (found[1] if found[1] is not None else found[2]).decode("utf-8", "replace")
    for sign, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        text = text.replace(sign, plain)
    return text.replace("&amp;", "&")


def _text(value: Cell) -> str:
    """A cell as one would type it: 5 and not 5.0, dates as ISO."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return " ".join(str(value).split("\n")) if isinstance(value, str) else str(value)


def _line(problem: Exception | ParseError) -> str:
    return " ".join(str(problem).split())[:120]
