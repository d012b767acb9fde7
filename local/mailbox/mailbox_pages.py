"""The mailbox's own pages: the messages, one message alone, and what comes back of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from local.mailbox import mailbox_page
from local.mailbox.message_card import FRAME_MAY
from local.mailbox.message_filter import MessageFilter
from local.mailbox.named_recipients import NamedRecipients
from local.mailbox.page_answer import PDF, PageAnswer, policy_of
from local.mailbox.played_returns import BY_NAME, PlayedReturns, outcomes_of
from local.mailbox.sent_mail import SentMail

LIMIT, MOST = 100, 500
NOT_FOUND = PageAnswer.refusal(404, "There is no such message.")
OF_AN_EMAIL = policy_of(f"sandbox {FRAME_MAY}", "frame-ancestors 'self'")


@dataclass(frozen=True)
class MailboxPages:
    """Answers the calls of ``/``, ``/messages.json`` and what is under ``/messages/``."""

    sent: SentMail
    names: NamedRecipients
    returns: PlayedReturns

    def start(self, query: Mapping[str, str]) -> PageAnswer:
        """Returns the page of the messages."""
        messages = self.sent.newest_first()
        names = self.names.of({message.notification.recipient for message in messages})
        return PageAnswer.html(mailbox_page.page(messages, names, _filter(query)), mailbox_page.POLICY)

    def listed(self, query: Mapping[str, str]) -> PageAnswer:
        """Returns the newest messages as JSON, at most ``limit`` of them, and how many there are."""
        given = query.get("limit", str(LIMIT))
        if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= MOST:
            return PageAnswer.refusal(400, f"limit is a number from 1 to {MOST}.")
        found = _filter(query).of(self.sent.newest_first())
        names = self.names.of({message.notification.recipient for message in found})
        items = [
            {**message.as_json(), "name": names[message.notification.recipient].name}
            for message in found[: int(given)]
        ]
        return PageAnswer.json(200, {"items": items, "total": len(found)})

    def email(self, notification_id: str) -> PageAnswer:
        """Returns an e-mail as its reader sees it; a link opens in a new tab."""
        message = self.sent.find(notification_id)
        if message is None or not message.content.get("html"):
            return NOT_FOUND
        html = message.content["html"].replace("<head>", '<head><base target="_blank">', 1)
        return PageAnswer.html(html, OF_AN_EMAIL)

    def letter(self, notification_id: str) -> PageAnswer:
        """Returns the PDF of a letter."""
        message = self.sent.find(notification_id)
        if message is None or not message.has_paper:
            return NOT_FOUND
        return PageAnswer(200, self.sent.paper(message), {"Content-Type": PDF})

    def come_back(self, notification_id: str, outcome: str) -> PageAnswer:
        """Plays what comes back of a message, and leads back to it."""
        message = self.sent.find(notification_id)
        if message is None or outcome not in BY_NAME:
            return NOT_FOUND
        found = message.notification
        if BY_NAME[outcome] not in outcomes_of(found):
            return PageAnswer.refusal(409, f"Not for a message by {found.channel} that is {found.state}.")
        reply = self.returns.report(found, BY_NAME[outcome])
        if reply.status >= 400:
            return PageAnswer.json(reply.status, reply.body)
        return PageAnswer.to(f"/#{notification_id}")


def _filter(query: Mapping[str, str]) -> MessageFilter:
    return MessageFilter(
        query.get("recipient", ""), query.get("language", ""), query.get("kind", ""), query.get("caseId", "")
    )
