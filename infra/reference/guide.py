"""The guides: Markdown files of the repository as HTML, with links between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from infra.reference.page import SitePage

PICTURE = "mermaid"
PICTURE_SCRIPTS = ("mermaid.tiny.js", "pictures.js")
MOST_WITHOUT_CONTENTS = 6
"""A page with more headings begins with links to them."""
COMMENT = re.compile(r"^<!--.*?-->\n*", re.MULTILINE | re.DOTALL)
"""A comment of its own line, which is for those who edit the file."""


def guide(name: str, path: str, text: str, pages: Mapping[str, str]) -> SitePage:
    """Returns a Markdown file as a page. ``path`` is its own in the repository.

    ``pages`` names the page of each file that has one. A link to another file of the repository, which the
    site does not hold, becomes plain text.
    """
    tokens = _markdown().parse(COMMENT.sub("", text))
    title = next((inner.content for inner in _after_headings(tokens)), name)
    seen: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", _anchor(tokens[place + 1].content, seen))
        if token.type == "inline":
            token.children = _linked(token.children or [], path, name, pages)
    content = _markdown().renderer.render(tokens, _markdown().options, {})
    content = content.replace("</h1>\n", f"</h1>\n{_contents(tokens)}", 1)
    # A wide table scrolls by itself, so that a phone never scrolls the page sideways.
    content = content.replace("<table>", '<div class="wide" tabindex="0"><table>')
    content = content.replace("</table>", "</table></div>")
    scripts = PICTURE_SCRIPTS if any(token.info == PICTURE for token in tokens) else ()
    return SitePage(name, title, f"<main>{content}</main>", scripts)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("fence", _code)
    return markdown


def _code(renderer: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """Returns a block of code, which the keyboard can scroll, or a picture, which ``pictures.js`` draws."""
    if tokens[place].info == PICTURE:
        return f'<pre class="{PICTURE}">{escape(tokens[place].content)}</pre>\n'
    return renderer.fence(tokens, place, options, env).replace("<pre>", '<pre tabindex="0">')


def _after_headings(tokens: Sequence[Token]) -> list[Token]:
    return [tokens[place + 1] for place, token in enumerate(tokens) if token.type == "heading_open"]


def _contents(tokens: Sequence[Token]) -> str:
    """Returns links to the headings of a page that has many; nothing for a short one."""
    listed = [
        (token, tokens[place + 1])
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag in ("h2", "h3")
    ]
    if len(listed) <= MOST_WITHOUT_CONTENTS:
        return ""
    links = "".join(
        f'<li class="{token.tag}"><a href="#{token.attrs["id"]}">{_plain(inner.content)}</a></li>'
        for token, inner in listed
    )
    return f'<nav class="contents" aria-label="On this page"><ul>{links}</ul></nav>\n'


def _plain(heading: str) -> str:
    return escape(heading.replace("`", ""))


def _anchor(heading: str, seen: dict[str, int]) -> str:
    """Returns the id that GitHub gives a heading, so that a link works in both places."""
    anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    again = seen[anchor] = seen.get(anchor, -1) + 1
    return f"{anchor}-{again}" if again else anchor


def _linked(tokens: Sequence[Token], path: str, name: str, pages: Mapping[str, str]) -> list[Token]:
    kept, dropped = [], 0
    for token in tokens:
        if token.type == "link_open":
            target = _target(str(token.attrs["href"]), path, name, pages)
            if target is None:
                dropped += 1
                continue
            token.attrSet("href", target)
        if token.type == "link_close" and dropped:
            dropped -= 1
            continue
        kept.append(token)
    return kept


def _target(href: str, path: str, name: str, pages: Mapping[str, str]) -> str | None:
    """Returns where a link leads on the site, or ``None`` for a file without a page."""
    if "://" in href or href.startswith("#"):
        return href
    file, _, anchor = href.partition("#")
    of_repository = posixpath.normpath(posixpath.join(PurePosixPath(path).parent.as_posix(), file))
    page = pages.get(of_repository)
    if page is None:
        return None
    relative = posixpath.relpath(f"{page}.html", PurePosixPath(name).parent.as_posix())
    return f"{relative}#{anchor}" if anchor else relative
