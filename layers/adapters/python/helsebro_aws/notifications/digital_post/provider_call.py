"""Provider call: one POST to a provider of digital post, which says whether the message may have left."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

from helsebro_aws.notifications.outgoing import NotSent
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown
from helsebro_aws.webhooks.safe_address import Resolve, resolved
from helsebro_aws.webhooks.safe_call import WHOLE_TIME, CallAnswer, CalledServer, NoAnswer, NotConnected

AGENT = "Helsebro-Notifications/1"


@dataclass(frozen=True)
class Provider:
    """Where a provider is called; ``local`` allows loopback without a certificate."""

    url: str
    trust: ssl.SSLContext | None = None
    local: bool = False
    resolve: Resolve = resolved
    whole_time: float = WHOLE_TIME

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> CallAnswer:
        """Returns the answer. Raises ``NotSent`` when no request left, ``OutcomeUnknown``."""
        server = CalledServer(self.url, AGENT, self.trust, self.local, self.resolve, self.whole_time)
        try:
            return server.call("POST", path, headers, body)
        except NotConnected as fault:
            raise NotSent(str(fault)) from None
        except NoAnswer as fault:
            raise OutcomeUnknown(str(fault)) from None
