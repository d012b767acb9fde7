"""Promise 19: safe downloads and exports.

Every route that gives a file has a row, or the first test fails. A file keeps any name that a person gives
it, by ``filename*``, with an ending that fits its bytes; no name adds a header, a parameter or a line to one.
No cell of a sheet is a live formula. A link is dead after 60 seconds: the emulator does not enforce it, so
its signature is read.

Each proof has a control that lacks the guard and must be found.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest

from helsebro.deadlines.service_level import KindLevel, ServiceLevel, report
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.deadlines.insights.level_sheet import sheet
from helsebro_aws.deadlines.insights.level_words import LevelWords
from helsebro_aws.papers.sheet_cells import BYTE_ORDER_MARK, LIVE, harmless
from helsebro_aws.platform.stored_file import LINK_SECONDS, link_to_file, named_by_member, saved_as
from tests.promises.downloads.download_routes import (
    DOWNLOADS,
    ROOT,
    Download,
    document_link,
    downloads_of,
    stored_document,
)

pytestmark = pytest.mark.usefixtures("aws_endpoint")
NAMES = (
    "henvisning.pdf",
    "Åse Ærøs røntgen, ø.pdf",
    'a"b\\"c.pdf',
    "a'b''c;filename=evil.exe",
    "a\r\nSet-Cookie: a=b\r\n\r\n<script>.pdf",
    "a\nX: y.pdf",
    "gnp.\u202efdp",
    "שלום.pdf",
    "100%25%0d%0a.pdf",
    "😀 \u00a0\u2028.pdf",
    "../../etc/passwd",
    "æ" * 300,
    "x" * 300,
)
FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "   +cmd|'/C calc'!A0"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", '=HYPERLINK("https://evil.example";"x")', '";=1'),
)
HARMLESS = ("tryg", "97,5", "2026-W48", "Første svar", "a=b", "x@y", "3-4")
HEADER = re.compile(
    r"""(attachment|inline);\ filename="(?P<plain>[A-Za-z0-9._-]+)"
    (;\ filename\*=UTF-8''(?P<encoded>[A-Za-z0-9!#$&+.^_`|~%-]+))?""",
    re.X,
)
"""A name of our own, and one in the form of RFC 8187 that replaces it."""
ENDINGS = {
    "application/pdf": {"pdf"},
    "application/json": {"json"},
    "application/xml": {"xml"},
    "image/jpeg": {"jpg", "jpeg"},
    "image/png": {"png"},
    "image/svg+xml": {"svg"},
    "text/calendar": {"ics"},
    "text/csv": {"csv"},
}
"""The endings by which programs know a media type."""
BY_LINK = [row for row in DOWNLOADS if row.link]
BY_HEADER = [row for row in DOWNLOADS if row.header]
WEEK = IsoWeek(2026, 48)


def test_every_download_of_the_document_has_a_row() -> None:
    assert {(row.path, row.media) for row in DOWNLOADS} == {*downloads_of(stored_document())}


def test_control_a_new_download_without_a_row_is_found() -> None:
    answers: dict[str, Any] = {"303": {}, "200": {"content": {"text/csv": {}}}}
    document = stored_document()
    document["paths"]["/v1/claims/export"] = {"get": {"responses": answers}}
    found = {*downloads_of(document)} - {(row.path, row.media) for row in DOWNLOADS}
    assert found == {("/v1/claims/export", ""), ("/v1/claims/export", "text/csv")}


def test_every_header_that_names_a_file_is_made_in_one_place() -> None:
    made = re.compile(r"(?<!form-data; name=)attachment; filename")
    found = {
        path.name
        for folder in ("functions", "layers/adapters/python/helsebro_aws")
        for path in (ROOT / folder).rglob("*.py")
        if made.search(path.read_text())
    }
    # The second writes a part of a message to a provider of digital post, with a name of its own.
    assert found == {"stored_file.py", "digipost.py"}


def faults_of(header: str, name: str) -> Iterator[str]:
    """Yields what is wrong with a header that names a file: it has one form, and means this name only."""
    found = HEADER.fullmatch(header)
    if found is None:
        yield "not one name and one encoded name"
        return
    said = unquote(found["encoded"]) if found["encoded"] else found["plain"]
    if name not in said:
        yield "another name"


def disposition_of(link: str) -> str:
    [header] = parse_qs(urlsplit(link).query, strict_parsing=True)["response-content-disposition"]
    return header


@pytest.mark.parametrize("row", BY_LINK, ids=lambda row: row.path)
def test_a_file_keeps_any_name_and_no_name_changes_its_header(row: Download) -> None:
    assert row.link
    headers = {name: disposition_of(row.link(name)) for name in NAMES}
    assert {name: [*faults_of(header, name)] for name, header in headers.items()} == {
        name: [] for name in NAMES
    }
    assert all(header.startswith("attachment; ") for header in headers.values())


def endings_of(header: str) -> set[str]:
    """Returns the endings of both names in a header."""
    found = HEADER.fullmatch(header)
    assert found
    names = [found["plain"], *([unquote(found["encoded"])] if found["encoded"] else [])]
    return {name.rpartition(".")[2].casefold() for name in names}


def unfit(header: str, media: str) -> set[str]:
    """Returns the endings in a header that belong to another media type."""
    return endings_of(header) - ENDINGS[media.partition(";")[0]]


@pytest.mark.parametrize("row", BY_LINK, ids=lambda row: row.path)
def test_the_ending_of_a_file_behind_a_link_fits_its_bytes(row: Download) -> None:
    assert row.link
    for name in NAMES:
        link = row.link(name)
        [media] = parse_qs(urlsplit(link).query)["response-content-type"]
        assert unfit(disposition_of(link), media) == set(), name


@pytest.mark.parametrize("row", BY_HEADER, ids=lambda row: f"{row.path} {row.media}")
def test_the_ending_of_a_file_in_an_answer_fits_its_bytes(row: Download) -> None:
    assert row.header
    assert unfit(row.header("tryg"), row.media) == set()


@pytest.mark.parametrize(
    "media, name, saved",
    [
        ("image/jpeg", "foto æ.heic", "foto æ.jpg"),
        ("image/jpeg", "a.pdf.heic", "a.pdf.jpg"),
        ("image/jpeg", "foto.JPEG", "foto.JPEG"),
        ("image/png", "skærm", "skærm.png"),
        ("application/pdf", "HENVISNING.PDF", "HENVISNING.PDF"),
    ],
)
def test_a_document_that_was_written_anew_is_saved_as_what_it_now_is(
    media: str, name: str, saved: str
) -> None:
    header = disposition_of(document_link(name, media))
    assert [*faults_of(header, saved)] == []
    assert unfit(header, media) == set()


def test_control_an_ending_of_another_media_type_is_found() -> None:
    assert unfit(named_by_member("foto.heic"), "image/jpeg") == {"heic"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("row", BY_HEADER, ids=lambda row: f"{row.path} {row.media}")
def test_a_file_in_an_answer_has_a_name_of_ours(row: Download, name: str) -> None:
    assert row.header
    header = row.header(name)
    assert re.fullmatch(r'(attachment|inline); filename="[A-Za-z0-9._-]+"', header)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.isalnum() and name != "henvisning.pdf"])
def test_control_a_name_that_is_not_encoded_is_found(name: str) -> None:
    naive = f"attachment; filename={name}"
    assert [*faults_of(naive, name)] != []


def test_a_reader_gets_the_name_from_the_store(aws: dict[str, Any]) -> None:
    store = aws["s3"]
    store.put_object(Bucket="documents", Key="promise-19", Body=b"file")
    for name in NAMES:
        for header in {saved_as(name), named_by_member(name)}:
            link = link_to_file(store, "documents", "promise-19", "application/pdf", header)
            answer = httpx.get(link, timeout=60)
            assert answer.content == b"file"
            assert [*faults_of(answer.headers["content-disposition"], name)] == []
            assert "set-cookie" not in answer.headers


def seconds_of(link: str) -> int:
    """Returns for how long the signature of a link holds."""
    asked = parse_qs(urlsplit(link).query)
    assert asked["X-Amz-Signature"]
    return int(asked["X-Amz-Expires"][0])


@pytest.mark.parametrize("row", BY_LINK, ids=lambda row: row.path)
def test_a_link_is_dead_after_a_minute(row: Download) -> None:
    assert row.link
    assert 0 < seconds_of(row.link("a.pdf")) <= LINK_SECONDS == 60


def test_control_a_link_that_lives_longer_is_found(aws: dict[str, Any]) -> None:
    params = {"Bucket": "documents", "Key": "promise-19"}
    link = aws["s3"].generate_presigned_url("get_object", Params=params, ExpiresIn=3600)
    assert seconds_of(link) > LINK_SECONDS


def live_cells(text: str, delimiter: str) -> list[str]:
    """Returns the cells of a sheet that a spreadsheet would calculate."""
    lines = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), delimiter=delimiter)
    return [cell for line in lines for cell in line if cell.lstrip(" ").startswith(LIVE)]


def exported(text: str, language: str) -> str:
    """Returns the sheet of a payer and a clock of this name."""
    rows = [KindLevel("claims", text, ServiceLevel(within=1), WEEK)]
    return sheet(report(text, WEEK, WEEK, rows), LevelWords(language))


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("language, delimiter", [("da", ";"), ("en", ",")])
def test_no_cell_of_a_sheet_is_a_live_formula(text: str, language: str, delimiter: str) -> None:
    assert live_cells(exported(text, language), delimiter) == []


@pytest.mark.parametrize("text", HARMLESS)
def test_a_cell_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text
    assert text in exported(text, "da")


def test_control_a_sheet_without_the_guard_has_live_formulas() -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows([text] for text in FORMULAS)
    assert len(live_cells(written.getvalue(), ";")) >= len(FORMULAS) - 1
