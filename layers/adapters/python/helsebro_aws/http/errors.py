"""The errors of HTTP itself, beside those of the domain."""

from __future__ import annotations

from helsebro.errors import Conflict, HelsebroError, NotAllowed


class Unauthenticated(HelsebroError):
    """The request has no credential or an invalid one."""

    code = "unauthenticated"


class LoginNotFresh(HelsebroError):
    """The login is older than the route allows; ``maxAge`` is how many seconds old it may be (RFC 9470)."""

    code = "insufficient_user_authentication"


class AssuranceTooLow(NotAllowed):
    """The login is of a lower assurance than the route needs."""

    code = "assurance-too-low-to-sign"


class NotThroughTheEdge(HelsebroError):
    """The request was sent to the gateway's own address, not through CloudFront and its web ACL."""

    code = "not-through-the-edge"


class NotAcceptable(HelsebroError):
    """``Accept`` allows none of the media types of the answer; ``offered`` names them."""

    code = "not-acceptable"


class UnsupportedMedia(HelsebroError):
    """The body has another media type or charset than the route takes; ``expected`` names the type."""

    code = "unsupported-media-type"


class VersionMissing(HelsebroError):
    """The change needs ``If-Match``."""

    code = "version-missing"


class KeyMissing(HelsebroError):
    """A POST that creates needs an ``Idempotency-Key`` of 1 to 255 characters."""

    code = "idempotency-key-missing"


class KeyReused(HelsebroError):
    """The idempotency key was used for another body."""

    code = "idempotency-key-reused"


class KeyInProgress(Conflict):
    """Another call with the same idempotency key is being answered: the same call again gets its answer."""

    code = "idempotency-in-progress"


class NoSuchRoute(HelsebroError):
    """No function has a route with this path and method."""

    code = "unknown-route"
