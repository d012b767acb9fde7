"""What goes wrong in HTTP itself, beside the errors of the domain."""

from __future__ import annotations

from helsebro.errors import HelsebroError


class Unauthenticated(HelsebroError):
    """No credential, or one that does not hold."""

    code = "unauthenticated"


class UnsupportedMedia(HelsebroError):
    """The body is of another media type than the route takes."""

    code = "unsupported-media-type"


class VersionMissing(HelsebroError):
    """Changing what people decide on needs ``If-Match``."""

    code = "version-missing"


class KeyMissing(HelsebroError):
    """A POST that creates needs an ``Idempotency-Key`` of 1 to 255 characters."""

    code = "idempotency-key-missing"


class KeyReused(HelsebroError):
    """The idempotency key was used for another body."""

    code = "idempotency-key-reused"


class NoSuchRoute(HelsebroError):
    """The path exists in no function, or not with this method."""

    code = "not-found"
