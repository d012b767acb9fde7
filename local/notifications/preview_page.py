"""The page that shows every notification, with a switch of languages and a filter."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from helsebro.notifications.sms_text import size

if TYPE_CHECKING:
    from local.notifications.preview import Shown

STYLE = """
:root {
  color-scheme: light dark;
  --text: #17292b; --quiet: #4c5f61; --page: #fff; --line: #cfdcdc; --raised: #f2f6f6;
}
@media (prefers-color-scheme: dark) {
  :root { --text: #e4eeee; --quiet: #a9bbbc; --page: #121a1b; --line: #35474a; --raised: #1c2728 }
}
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem 1.5rem;
  color: var(--text); background: var(--page) }
form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  padding: .8rem 0; background: var(--page); border-bottom: 1px solid var(--line); z-index: 1 }
fieldset { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0; padding: 0; border: 0 }
legend { float: left; margin-right: 1rem; padding: 0 }
label { white-space: nowrap }
input[type=search] { font: inherit; padding: .4rem .6rem; flex: 1 1 12rem; min-width: 0; color: inherit;
  background: var(--raised); border: 1px solid var(--line); border-radius: .4rem }
section { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.5rem; margin: 0;
  padding: 1.5rem 0; border-bottom: 1px solid var(--line) }
section > header { grid-column: 1 / -1 }
section[hidden] { display: none }
h2 { margin: 0; font-size: 1.2rem }
h3 { margin: 1rem 0 .3rem; font-size: 1rem }
.quiet { color: var(--quiet); margin: 0 }
iframe { width: 100%; height: 46rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff }
pre { margin: 0; padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--raised); border-radius: .5rem; font: .9rem/1.5 ui-monospace, monospace }
@media (max-width: 50rem) { section { grid-template-columns: minmax(0, 1fr) } body { padding: .5rem 1rem } }
"""
SCRIPT = """
const form = document.querySelector("form");
const show = () => {
  const wanted = form.language.value, text = form.filter.value.trim().toLowerCase();
  let count = 0;
  for (const part of document.querySelectorAll("section")) {
    const spoken = wanted === "all" || part.dataset.language === wanted;
    const fits = spoken && part.textContent.toLowerCase().includes(text);
    part.hidden = !fits;
    count += fits;
  }
  document.querySelector("output").textContent = `${count} shown`;
};
form.addEventListener("input", show);
form.addEventListener("submit", (sent) => sent.preventDefault());
show();
"""
NAMES = {"da": "Danish", "nb": "Norwegian", "en": "English", "all": "All"}


def page(shown: Sequence[Shown]) -> str:
    """Returns the page of the notifications."""
    choices = "".join(_choice(value, name) for value, name in NAMES.items())
    sections = "\n".join(_section(notification) for notification in shown)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notifications</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>{STYLE}</style></head><body>
<h1>Notifications</h1>
<form><fieldset><legend>Language</legend>{choices}</fieldset>
<input type="search" name="filter" aria-label="Filter" placeholder="Filter by kind, recipient or text">
<output></output>
</form>
{sections}
<script>{SCRIPT}</script></body></html>
"""


def _choice(value: str, name: str) -> str:
    checked = " checked" if value == "da" else ""
    return f'<label><input type="radio" name="language" value="{value}"{checked}> {name}</label>'


def _section(shown: Shown) -> str:
    kind, rendered, sms = shown.kind, shown.rendered, size(shown.rendered.sms)
    events = ", ".join(sorted({occasion.event for occasion in kind.occasions}))
    name = f"{kind.kind} ({NAMES[shown.language]})"
    parts = "1 message" if sms.parts == 1 else f"{sms.parts} messages"
    off = "may be turned off" if kind.may_be_off else "always sent"
    return f"""<section data-language="{shown.language}">
<header><h2>{escape(name)}</h2>
<p class="quiet">To the {escape(kind.recipient)}, on {escape(events)}; {off}</p></header>
<div><h3>Mail: <span lang="{shown.language}">{escape(rendered.subject)}</span></h3>
<iframe src="{shown.mail}" title="Mail {escape(name)}" loading="lazy" sandbox></iframe>
<p class="quiet"><a href="{shown.mail}">Mail alone</a> · <a href="{shown.letter}">Letter (PDF)</a></p></div>
<div><h3>SMS, {sms.places} characters, {parts}</h3><pre lang="{shown.language}">{escape(rendered.sms)}</pre>
<h3>Text</h3><pre lang="{shown.language}">{escape(rendered.text)}</pre></div>
</section>"""
