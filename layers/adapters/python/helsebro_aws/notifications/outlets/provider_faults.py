"""Provider faults: what a provider's error says: not sent, no such address, or no one knows.

Neither SES nor SNS has a token that makes a repeated request harmless, so the difference decides whether
the next attempt may be a repeat. An answer 4xx is a clear no; after 5xx or no answer, the message may have
left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

from helsebro_aws.notifications.outgoing import NotSent, Undeliverable

UNCLEAR = frozenset({"RequestTimeout", "RequestTimeoutException", "408"})
"""Codes below 500 after which the request may still have been carried out."""
NEVER_LEFT = (ConnectTimeoutError, EndpointConnectionError)
"""There was no connection, so there was no request."""


class OutcomeUnknown(Exception):
    """The provider failed or did not answer: the message may have left. The text is the error's code."""


def raise_for(fault: BotoCoreError | ClientError, no_address: Mapping[str, str] | None = None) -> NoReturn:
    """Raises ``Undeliverable`` for the codes ``no_address``, else ``NotSent`` or ``OutcomeUnknown``.

    Each code stands with what the provider's text must contain to be about the address. No text of the
    provider is kept: it may quote the address.
    """
    if isinstance(fault, NEVER_LEFT):
        raise NotSent(type(fault).__name__) from None
    if not isinstance(fault, ClientError):
        raise OutcomeUnknown(type(fault).__name__) from None
    error = fault.response.get("Error", {})
    code = str(error.get("Code", ""))
    status = fault.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 500)
    said = (no_address or {}).get(code)
    if said is not None and said in str(error.get("Message", "")):
        raise Undeliverable(code) from None
    if 400 <= status < 500 and code not in UNCLEAR:
        raise NotSent(code) from None
    raise OutcomeUnknown(code) from None
