"""The page of the mailbox: by recipient, the newest message first, with a filter; it refreshes itself."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape

from helsebro.notifications.contact_record import LANGUAGES
from local.mailbox import message_card
from local.mailbox.message_filter import MessageFilter
from local.mailbox.named_recipients import NamedRecipient
from local.mailbox.page_answer import policy_of
from local.mailbox.sent_mail import MailboxMessage
from local.notifications import preview_page

MOST_SHOWN = 200
STYLE = (
    preview_page.STYLE
    + """
select, button { font: inherit; padding: .3rem .6rem; color: inherit; background: var(--raised);
  border: 1px solid var(--line); border-radius: .4rem; max-width: 100% }
article { margin: 0 0 1rem; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
article h3 { margin: 0 }
article form { position: static; padding: .6rem 0 0; border: 0; background: none; display: inline-flex }
h2 { margin: 1.5rem 0 .5rem }
summary { cursor: pointer; margin: .5rem 0 }
iframe { height: 36rem }
@media (max-width: 50rem) { form { position: static } }
form, label { min-width: 0; max-width: 100% }
select { width: 22rem }
p, pre, h1, h2, h3 { overflow-wrap: anywhere }
pre { white-space: pre-wrap }
"""
)
SCRIPT = """
const filter = document.getElementById("filter");
filter.addEventListener("change", () => filter.requestSubmit());
const parts = ["messages", "recipient"];
const shown = Object.fromEntries(parts.map((id) => [id, document.getElementById(id).innerHTML]));
const update = async () => {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of parts) {
    const fresh = page.getElementById(id).innerHTML, part = document.getElementById(id);
    if (fresh === shown[id]) continue;
    const open = [...part.querySelectorAll("details[open]")].map((each) => each.id);
    shown[id] = part.innerHTML = fresh;
    for (const each of open) document.getElementById(each)?.setAttribute("open", "");
  }
};
const shownPage = () => document.hidden || update().catch(() => {});
// The next refresh waits for the one before it: each reads every message.
const refresh = async () => { await shownPage(); setTimeout(refresh, 5000); };
setTimeout(refresh, 5000);
document.addEventListener("visibilitychange", shownPage);
"""


POLICY = policy_of(
    f"script-src 'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'",
    *("connect-src 'self'", "frame-src 'self'", "form-action 'self'", "frame-ancestors 'none'"),
)


def page(
    messages: Sequence[MailboxMessage], names: Mapping[str, NamedRecipient], wanted: MessageFilter
) -> str:
    """Returns the page of these messages, the newest first; ``names`` has all of their recipients."""
    found = wanted.of(messages)
    shown = found[:MOST_SHOWN]
    count = (
        f"{len(found)} messages" if shown == found else f"The newest {MOST_SHOWN} of {len(found)} messages"
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>{STYLE}</style></head><body>
<h1>Mailbox</h1>
<p class="quiet">Every message of this stack. None was sent outside it. Times are UTC. Also as
<a href="/messages.json">JSON</a>.</p>
<form id="filter" method="get" action="/">
<label>To <select id="recipient" name="recipient">{_options(names, wanted.recipient)}</select></label>
<fieldset><legend>Language</legend>{_languages(wanted.language)}</fieldset>
<button>Show</button></form>
<main id="messages"><p class="quiet">{count}</p>{_groups(shown, names)}</main>
<script>{SCRIPT}</script></body></html>
"""


def _options(names: Mapping[str, NamedRecipient], chosen: str) -> str:
    every = sorted(names.values(), key=lambda each: (each.name.casefold(), each.recipient))
    return '<option value="">Everybody</option>' + "".join(
        f'<option value="{escape(each.recipient)}"{" selected" if each.recipient == chosen else ""}>'
        f"{escape(each.name)} ({escape(each.recipient[:12])})</option>"
        for each in every
    )


def _languages(chosen: str) -> str:
    choices = [("", preview_page.NAMES["all"])]
    choices += [(language, preview_page.NAMES[language]) for language in LANGUAGES]
    return "".join(
        f'<label><input type="radio" name="language" value="{value}"{" checked" if value == chosen else ""}>'
        f" {name}</label>"
        for value, name in choices
    )


def _groups(shown: Sequence[MailboxMessage], names: Mapping[str, NamedRecipient]) -> str:
    of_recipient: dict[str, list[MailboxMessage]] = {}
    for message in shown:
        of_recipient.setdefault(message.notification.recipient, []).append(message)
    return "".join(
        f'<h2 id="{escape(recipient)}">{escape(names[recipient].name)}'
        f' <small class="quiet">{escape(names[recipient].about)}</small></h2>'
        + "".join(message_card.card(message) for message in received)
        for recipient, received in of_recipient.items()
    )
