"""Faults of the Rust core: which of them pass, so that the same call may succeed later.

The core has a class for throttling and one for a service that cannot be reached. Every answer that it has no
class for becomes its root class without the error code: ``InternalServerError``, ``ServiceUnavailable``,
``TransactionInProgressException``, ``TransactionConflictException``, a 5xx without a body. All of these pass,
and so do keys that DynamoDB left unprocessed in five reads; both are the root class too. What does not pass
has a class of its own: no rights, no or expired credentials, no such table, a request that DynamoDB does not
accept, a request token that was used for another transaction.

KMS has one class for all; there only the texts of the core differ.
"""

from __future__ import annotations

from helsebro.errors import Unavailable
from helsebro_aws.platform.log import failed
from helsebro_aws.platform.rust_core import core

NEVER_SENT = "Failed to build request"
KEYS_LEFT = "Failed to get"
"""The core reports unprocessed keys as a request that it could not build."""
OF_KMS = ("KMS operation failed", "KMS key is not available")
"""How the core begins for ``KMSInternalException``, ``DependencyTimeoutException``,
``KMSInvalidStateException`` and ``KeyUnavailableException``; any other text of it is a refusal that stays."""


def passes(fault: Exception) -> bool:
    """Returns whether the same call may succeed later."""
    text = str(fault)
    if isinstance(fault, core.EncryptionException):
        return text.startswith(OF_KMS)
    if type(fault) is core.PydynoxException:
        return KEYS_LEFT in text or not text.startswith(NEVER_SENT)
    return isinstance(fault, core.ConnectionException | core.ProvisionedThroughputExceededException)


def unavailable(fault: Exception, code: str) -> Unavailable:
    """Returns the error for a fault that passes, and logs which fault it is."""
    failed(fault, answered=code)
    return Unavailable(code)
