"""Portal logins: sessions of people who open the link of a message, after a login at the members' issuer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, urlsplit

from local.demo.code_flow import CodeFlow, LoginRefused

MOST = 200
"""The most logins that are under way, and the most sessions: the oldest are dropped."""


@dataclass
class PortalLogins:
    """Logins under way by their state, and the tokens of those that succeeded by the cookie's value."""

    issuer: str
    client_id: str
    return_to: str
    under_way: dict[str, tuple[CodeFlow, str]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def begin(self, wanted: str) -> tuple[str, str]:
        """Returns the issuer's page and the state of the login, which the browser must keep.

        The login leads back to the path ``wanted``.
        """
        flow = CodeFlow.at(self.issuer, self.client_id, self.return_to)
        with self.lock:
            _keep(self.under_way, flow.state, (flow, wanted))
        return flow.page, flow.state

    def end(self, returned: str, begun: str) -> tuple[str, str]:
        """Returns the cookie's value and the path that was wanted.

        ``begun`` is the state that the browser kept. Raises ``LoginRefused``.
        """
        state = parse_qs(urlsplit(returned).query).get("state", [""])[0]
        with self.lock:
            found = self.under_way.pop(state, None) if state == begun else None
        if found is None:
            raise LoginRefused("This login is over: open the link of the message again.")
        flow, wanted = found
        cookie, token = secrets.token_urlsafe(32), flow.redeem(returned)
        with self.lock:
            _keep(self.tokens, cookie, token)
        return cookie, wanted


def _keep(known: dict[str, Any], name: str, value: Any) -> None:
    known[name] = value
    while len(known) > MOST:
        known.pop(next(iter(known)))
