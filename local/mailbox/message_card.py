"""One message on the page of the mailbox: what it is, where it stands, what it says, what can come back."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from helsebro.notifications.channel import Channel
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import LetterState, NotificationState
from helsebro_aws.notifications.sender import Sender
from local.mailbox.played_returns import ReturnKind, outcomes_of
from local.mailbox.sent_mail import MailboxMessage
from local.notifications.preview_page import NAMES

CHANNEL_NAMES: Mapping[Channel, str] = {
    "email": "E-mail",
    "sms": "SMS",
    "letter": "Letter",
    "digital-post": "Digital post",
}
STATES: Mapping[NotificationState, str] = {
    "planned": "planned",
    "sending": "sending",
    "sent": "sent",
    "delivered": "delivered",
    "bounced": "bounced: it came back",
    "complained": "the reader complained",
    "failed": "failed: not sent",
    "withdrawn": "withdrawn before it was sent",
}
LETTERS: Mapping[LetterState, str] = {
    "queued": "in the print queue",
    "printed": "printed",
    "posted": "posted",
    "returned": "returned by the post",
}
BUTTONS: Mapping[ReturnKind, str] = {
    "bounce": "Let it bounce",
    "complaint": "Let the reader complain",
    "return": "Let the post return it",
}
HERE = Sender(name="", phone="", email="", portal_url="")
"""The portal whose links begin at this server."""
FRAME_MAY = "allow-popups allow-popups-to-escape-sandbox"
"""A link in an e-mail opens in a tab of its own; the e-mail runs no script and submits no form."""


def card(message: MailboxMessage) -> str:
    """Returns the message as HTML."""
    found = message.notification
    notification_id = escape(found.notification_id)
    subject = message.content.get("subject") or in_words(found.kind)
    return f"""<article id="{notification_id}">
<h3 lang="{found.language}">{escape(subject)}</h3>
<p class="quiet"><time datetime="{message.at}">{message.at[:10]} {message.at[11:19]}</time> ·
{CHANNEL_NAMES[found.channel]} to {escape(found.address or found.recipient)} ·
{escape(in_words(found.kind))} · {NAMES[found.language]} · <strong>{_state(message)}</strong></p>
{_notes(message)}{_content(message)}{_buttons(message)}</article>
"""


def in_words(name: str) -> str:
    """Returns ``Claim received`` for ``claim-received``."""
    return name.replace("-", " ").capitalize()


def _state(message: MailboxMessage) -> str:
    found = message.notification
    words = STATES[found.state]
    if found.letter:
        words += f", {LETTERS[found.letter]}"
    if found.state == "planned" and found.not_before:
        words += f", not before {found.not_before:%Y-%m-%d %H:%M}"
    return words + (f" ({escape(message.fault)})" if message.fault else "")


def _notes(message: MailboxMessage) -> str:
    found, notes = message.notification, []
    if found.instead_of:
        notes.append(f'Instead of <a href="#{escape(found.instead_of)}">the one that came back</a>.')
    if found.repeats:
        notes.append("Sent again: an earlier attempt may have arrived.")
    about = HERE.link_to(found.case_id, KINDS[found.kind].recipient, found.kind)
    notes.append(f'<a href="{escape(about)}">What it is about</a>, after a login.')
    return f'<p class="quiet">{" ".join(notes)}</p>' if notes else ""


def _content(message: MailboxMessage) -> str:
    found = message.notification
    notification_id, language = escape(found.notification_id), found.language
    if message.has_paper:
        return f'<p><a href="/messages/{notification_id}/letter.pdf">Letter (PDF)</a></p>'
    if not message.content:
        return ""
    text = f'<pre lang="{language}">{escape(message.content["text"])}</pre>'
    if not message.content.get("html"):
        return text
    return f"""<details id="of-{notification_id}"><summary>Read it</summary>
<iframe src="/messages/{notification_id}/html" title="E-mail" loading="lazy" sandbox="{FRAME_MAY}"></iframe>
</details><details id="text-{notification_id}"><summary>As text</summary>{text}</details>
"""


def _buttons(message: MailboxMessage) -> str:
    notification_id = escape(message.notification.notification_id)
    return "".join(
        f'<form method="post" action="/messages/{notification_id}/{outcome}">'
        f"<button>{BUTTONS[outcome]}</button></form> "
        for outcome in outcomes_of(message.notification)
    )
