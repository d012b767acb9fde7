"""The folder of the pages, and what it refuses to build."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from infra.reference.error_codes import texts
from infra.reference.site import (
    ADAPTERS,
    LICENCES,
    LOGO_OF_REDOC,
    MERMAID,
    REDOC,
    DocumentUnfit,
    copy_packages,
    document_of,
    pages,
)

LOGO = f'n.createElement("img",{{src:"{LOGO_OF_REDOC}"}})'


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    installed, site = tmp_path / "node_modules", tmp_path / "site"
    for path in (REDOC, MERMAID, *LICENCES):
        (installed / path).parent.mkdir(parents=True, exist_ok=True)
        (installed / path).write_text(LOGO if path == REDOC else path)
    site.mkdir()
    return installed, site


def test_the_logo_of_redoc_is_a_file_of_the_site(folders: tuple[Path, Path]) -> None:
    copy_packages(*folders)
    assert (folders[1] / "redoc.standalone.js").read_text() == 'n.createElement("img",{src:"mark.svg"})'


@pytest.mark.parametrize("bundle", ["", LOGO * 2])
def test_a_redoc_that_loads_something_else_is_refused(folders: tuple[Path, Path], bundle: str) -> None:
    (folders[0] / REDOC).write_text(bundle)
    with pytest.raises(DocumentUnfit, match="look what it loads instead"):
        copy_packages(*folders)


def test_the_licences_of_the_bundles_are_beside_them(folders: tuple[Path, Path]) -> None:
    copy_packages(*folders)
    copied = (folders[1] / "licences.txt").read_text()
    assert [path for path in LICENCES if path not in copied] == []


def test_the_server_of_the_document_is_the_address_of_the_stage() -> None:
    assert json.loads(document_of("https://api.example"))["servers"] == [{"url": "https://api.example"}]


def test_every_code_has_an_entry_with_its_own_anchor() -> None:
    [errors] = [page for page in pages()[0] if page.name == "errors"]
    assert [code for code in texts(ADAPTERS) if f'<div id="{code}">' not in errors.content] == []


def test_every_document_has_a_page_of_its_own() -> None:
    names = [page.name for group in pages() for page in group]
    assert len(names) == len(set(names))
    assert {"reference", "index", "architecture", "runbooks/alarms", "glossary"} <= set(names)


def test_no_page_shows_a_comment_of_its_file() -> None:
    shown = [page for group in pages() for page in group]
    assert [page.name for page in shown if "<!--" in unescape(page.content)] == []
