"""One HTML page of the reference: the head, the list of all pages, and its own content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class SitePage:
    """A page: its file without ``.html``, its name in the list of pages, and its content as HTML.

    ``scripts`` are files of the folder ``browser`` or of a package, run after the content. A page that is
    shown ``anywhere`` finds the files of the site from the root of the host.
    """

    name: str
    title: str
    content: str
    scripts: tuple[str, ...] = ()
    anywhere: bool = False

    @property
    def file(self) -> str:
        """The file of the page."""
        return f"{self.name}.html"

    @property
    def root(self) -> str:
        """The way from this page back to the folder of the site."""
        return "/" if self.anywhere else "../" * self.name.count("/")

    def html(self, listed: Sequence[SitePage]) -> str:
        """Returns the whole page; its head links to the pages that are ``listed``."""
        links = "".join(self._link(page) for page in listed)
        scripts = "".join(f'<script src="{self.root}{script}" defer></script>' for script in self.scripts)
        return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(self.title)} – Helsebro</title>
<link rel="icon" href="{self.root}mark.svg">
<link rel="stylesheet" href="{self.root}style.css">
{scripts}
</head>
<body>
<header><a class="home" href="{self.root}index.html">Helsebro</a>
<nav aria-label="Pages">{links}</nav></header>
{self.content}
</body>
</html>
"""

    def _link(self, page: SitePage) -> str:
        here = ' aria-current="page"' if page.name == self.name else ""
        return f'<a href="{self.root}{page.file}"{here}>{escape(page.title)}</a>'
