"""Faults of the services behind boto3: which of them pass, so that the same call may succeed later.

``watch`` adds this to a client, so that no caller can forget it: after botocore's own attempts a fault that
passes is raised as ``Unavailable``. Every other fault stays a ``ClientError`` or ``BotoCoreError``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ConnectionError as NoConnection
from botocore.exceptions import HTTPClientError

from helsebro.errors import Unavailable
from helsebro_aws.platform.log import failed

STATUSES = frozenset({429, 500, 502, 503, 504})
CODES = frozenset(
    {
        # every service
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottled",
        "RequestThrottledException",
        "TooManyRequestsException",
        "RequestLimitExceeded",
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "RequestTimeout",
        "RequestTimeoutException",
        "PriorRequestNotComplete",
        # S3
        "SlowDown",
        "OperationAborted",
        # KMS, and SQS and Step Functions when KMS does not answer them
        "KMSInvalidStateException",
        "KmsInvalidState",
        "KmsInvalidStateException",
        "KmsThrottled",
        "KmsThrottlingException",
        # SQS
        "OverLimit",
    }
)
"""Error codes with a status below 500 that pass."""


class AnswerOfFault(Exception):
    """A service answered with a fault that passes."""


def watch(client: Any) -> None:
    """Makes a client raise ``Unavailable`` for faults that pass."""
    client.meta.events.register_last("after-call", _raise_for_answer)
    client.meta.events.register_last("after-call-error", _raise_for_no_answer)


def _raise_for_answer(http_response: Any, parsed: Mapping[str, Any], **_: Any) -> None:
    code = str(parsed.get("Error", {}).get("Code", "")).rpartition(".")[2]
    if http_response.status_code in STATUSES or (http_response.status_code >= 400 and code in CODES):
        failed(AnswerOfFault(), answered="unavailable", status=http_response.status_code, code=code)
        raise Unavailable()


def _raise_for_no_answer(exception: Exception, **_: Any) -> None:
    if isinstance(exception, NoConnection | HTTPClientError):
        failed(exception, answered="unavailable")
        raise Unavailable() from None
