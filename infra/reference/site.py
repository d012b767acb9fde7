"""The reference as a folder of files: the pages, what they run in a browser, and the OpenAPI document.

``make docs`` and ``make run`` serve the folder on loopback; ``make deploy`` puts it into the bucket behind
CloudFront. Nothing in it is from or calls another host.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from infra.cli import node
from infra.reference import error_codes
from infra.reference.guide import guide
from infra.reference.page import SitePage
from infra.stage import ROOT

HERE = Path(__file__).parent
BROWSER = HERE / "browser"
"""The stylesheet, the picture of the tab, and the scripts of our own."""

PACKAGES = ROOT / ".local" / "reference-packages"
ADAPTERS = ROOT / "layers" / "adapters" / "python" / "helsebro_aws"
DOCUMENT = ADAPTERS / "openapi.json"

REDOC = "redoc/bundles/redoc.standalone.js"
MERMAID = "@mermaid-js/tiny/dist/mermaid.tiny.js"
LICENCES = ("redoc/LICENSE", f"{REDOC}.LICENSE.txt", "@mermaid-js/tiny/LICENSE")
LOGO_OF_REDOC = "https://cdn.redoc.ly/redoc/logo-mini.svg"
"""The only file that Redoc loads from another host."""

GUIDES = {
    "docs/portals.md": ("Portals", "for who builds a web page of members or caseworkers"),
    "docs/clinics.md": ("Clinics", "for vendors of a clinic's system, from the signature to the invoice"),
    "docs/events.md": ("Events", "every message to and from a clinic's system"),
    "docs/invoice-rules.md": ("Invoice rules", "what an invoice must keep, for clinics and payers"),
    "docs/payers.md": ("Payers", "for the people and systems of an insurer, municipality or organisation"),
    "docs/operators.md": ("Operators", "for whoever runs the platform"),
    "GLOSSARY.md": ("Glossary", "the words of the field, in Danish and Norwegian too"),
}
"""The guides that every page lists, in this order: file → short title, and for whom it is."""


class DocumentUnfit(Exception):
    """A package or the OpenAPI document is not as the site expects it; the text says what differs."""


def build(into: Path, address: str) -> Path:
    """Writes the site into a fresh folder and returns it. ``address`` is the API's own.

    Raises ``NpmFailed`` or ``NodeCannotStart`` when the packages cannot be installed.
    """
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    listed, others = pages()
    for page in (*listed, *others):
        file = into / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.html(listed), "utf-8")
    for path in BROWSER.iterdir():
        shutil.copy(path, into / path.name)
    copy_packages(node.packages(HERE, PACKAGES), into)
    (into / DOCUMENT.name).write_text(document_of(address), "utf-8")
    return into


def pages() -> tuple[list[SitePage], list[SitePage]]:
    """Returns the pages that each page lists, and the others."""
    of_file = pages_of_files()
    written = [guide(name, path, (ROOT / path).read_text("utf-8"), of_file) for path, name in of_file.items()]
    by_name = {page.name: page for page in written}
    guides = [_titled(by_name.pop(of_file[path]), title) for path, (title, _) in GUIDES.items()]
    return [_reference(), *guides, error_codes.page(error_codes.texts(ADAPTERS))], [
        _start(guides),
        *by_name.values(),
    ]


def pages_of_files() -> Mapping[str, str]:
    """Returns file → name of its page, for each guide and every other document of ``docs``."""
    documents = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
    return {path: path.removeprefix("docs/").removesuffix(".md").lower() for path in (*GUIDES, *documents)}


def _titled(page: SitePage, title: str) -> SitePage:
    return SitePage(page.name, title, page.content, page.scripts)


def _reference() -> SitePage:
    return SitePage(
        "reference",
        "Reference",
        '<div id="reference"><p>Loading the reference …</p></div>'
        '<noscript><main><p>The reference needs JavaScript. Its source is <a href="openapi.json">the OpenAPI '
        "document</a>.</p></main></noscript>",
        ("redoc.standalone.js", "reference.js"),
    )


def _start(guides: list[SitePage]) -> SitePage:
    listed = zip(guides, GUIDES.values(), strict=True)
    others = "".join(
        f'<li><a href="{page.file}">{page.title}</a>: {escape(whom)}</li>' for page, (_, whom) in listed
    )
    return SitePage(
        "index",
        "Start",
        f"""<main><h1>The API of Helsebro</h1>
<p>Helsebro connects insured people, health insurers and the clinics that treat them.</p>
<ul class="pages">
<li><a href="reference.html">Reference</a>: every route with its fields, answers and errors</li>
{others}<li><a href="errors.html">Errors</a>: what each code means, in three languages</li>
<li><a href="openapi.json">The OpenAPI document</a>, for tools</li></ul></main>""",
    )


def document_of(address: str) -> str:
    """Returns the OpenAPI document with this address as its server."""
    document: dict[str, Any] = json.loads(DOCUMENT.read_text("utf-8"))
    return json.dumps({**document, "servers": [{"url": address}]}, ensure_ascii=False)


def copy_packages(installed: Path, into: Path) -> None:
    """Copies the bundles and their licences; Redoc's logo is a file of ours. Raises ``DocumentUnfit``."""
    redoc = (installed / REDOC).read_text("utf-8")
    if redoc.count(LOGO_OF_REDOC) != 1:
        raise DocumentUnfit(f"{REDOC} no longer loads {LOGO_OF_REDOC}: look what it loads instead")
    (into / "redoc.standalone.js").write_text(redoc.replace(LOGO_OF_REDOC, "mark.svg"), "utf-8")
    shutil.copy(installed / MERMAID, into / "mermaid.tiny.js")
    licences = [(installed / path).read_text("utf-8") for path in LICENCES]
    (into / "licences.txt").write_text("\n\n".join(licences), "utf-8")
