"""A stored file: a link by which its reader saves one object of a bucket."""

from __future__ import annotations

from typing import Any

LINK_SECONDS = 60
"""How long a link is valid (api.md)."""


def link_to_file(
    client: Any, bucket: str, key: str, media_type: str, disposition: str, seconds: int = LINK_SECONDS
) -> str:
    """Returns a link to the object, valid for ``seconds``: fewer than 60 where a right ends sooner.

    ``client`` is of S3. ``media_type`` and ``disposition`` are the headers that the reader gets, whatever is
    stored.
    """
    params = {
        "Bucket": bucket,
        "Key": key,
        "ResponseContentType": media_type,
        "ResponseContentDisposition": disposition,
    }
    return str(client.generate_presigned_url("get_object", Params=params, ExpiresIn=seconds))


def saved_as(file_name: str) -> str:
    """Returns the header that saves a file under a name of our own: plain letters, digits and hyphens."""
    return f'attachment; filename="{file_name}"'
