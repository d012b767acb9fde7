"""The page of error codes: every text of every ``problems.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from infra.reference.page import SitePage

LANGUAGES = {"en": "English", "da": "Dansk", "nb": "Norsk"}
CodeTexts = Mapping[str, Mapping[str, tuple[str, str]]]
"""Code → language → title and detail."""


def texts(package: Path) -> CodeTexts:
    """Returns the texts of every code in the package of the adapters."""
    found: dict[str, Mapping[str, tuple[str, str]]] = {}
    for path in sorted(package.glob("**/*problems.json")):
        found |= json.loads(path.read_text("utf-8"))
    return dict(sorted(found.items()))


def page(found: CodeTexts) -> SitePage:
    """Returns the page that lists every code, each with an anchor of its own name."""
    entries = "".join(_entry(code, found[code]) for code in found)
    # The stylesheet hides the other languages, so that the switch needs no script.
    switch = "".join(
        f'<label><input type="radio" name="language" id="show-{language}"'
        f"{' checked' if language == 'en' else ''}> {name}</label>"
        for language, name in LANGUAGES.items()
    )
    return SitePage(
        "errors",
        "Errors",
        f"""<main><h1>Errors</h1>
<p>Every error is <code>application/problem+json</code>. Your program decides by its <code>code</code>;
<code>title</code> and <code>detail</code> are for the person, in the language of
<code>Accept-Language</code>. For bad fields <code>errors</code> lists every fault with a
<code>pointer</code> and a <code>code</code> of its own, which is below too. A name in brackets, as in
<code>‹limit›</code>, is a value that the answer fills in. <code>GET /problems/{{code}}</code> answers the
same for one code.
<a href="portals.html#errors">What to do for each status</a> is in the guide of the portals.</p>
<fieldset class="languages"><legend>Language of the texts</legend>{switch}</fieldset>
<dl class="codes">{entries}</dl></main>""",
        ("errors.js",),
    )


def _entry(code: str, in_languages: Mapping[str, tuple[str, str]]) -> str:
    words = "".join(
        f'<dd lang="{language}"><b>{escape(in_languages[language][0])}.</b> '
        f"{escape(readable(in_languages[language][1]))}</dd>"
        for language in LANGUAGES
    )
    return f'<div id="{code}"><dt><a href="#{code}"><code>{code}</code></a></dt>{words}</div>'


def readable(detail: str) -> str:
    """Returns a detail with ``‹limit›`` for ``{limit}``, the value that an answer puts there."""
    return re.sub(r"\{(\w+)\}", r"‹\1›", detail)
