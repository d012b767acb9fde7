"""The page for an address without a page, in the style of the others."""

from __future__ import annotations

from infra.reference.page import SitePage

PAGE = SitePage(
    "not-found",
    "Not found",
    """<main><h1>There is no such page</h1>
<p>It may have another name now. <a href="/index.html">The start</a> leads to every page.</p></main>""",
    anywhere=True,
)
