"""A stored file: its digest, a link by which its reader saves one object of a bucket, and the name it is
saved under.

Every header that names a file is made here (promise 19).
"""

from __future__ import annotations

import hashlib
import re
from typing import Any
from urllib.parse import quote

LINK_SECONDS = 60
"""How long a link is valid (api.md)."""
OWN_NAME = re.compile(r"[A-Za-z0-9._-]{1,200}")
"""A name that we make: it stands in a header as it is."""
OWN_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
"""The ending of a name, where plain letters write it."""
UNRESERVED = "!#$&+-.^_`|~"
"""The characters beside letters and digits that RFC 8187 does not escape in ``filename*``."""


def digest_of(content: bytes) -> str:
    """Returns the SHA-256 of a file's bytes (hex), by which the file is known again."""
    return hashlib.sha256(content).hexdigest()


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
    """Returns the header that saves a file under a name of our own: plain letters, digits and hyphens.

    Any other name is encoded, as one that a member gave.
    """
    if OWN_NAME.fullmatch(file_name):
        return f'attachment; filename="{file_name}"'
    return named_by_member(file_name)


def named_by_member(file_name: str) -> str:
    """Returns the header that saves a file under any name, which no letter of it can change.

    A program that cannot read the name saves a document with the same ending.
    """
    ending = OWN_ENDING.search(file_name)
    plain = f"document{ending[0]}" if ending else "document"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe=UNRESERVED)}"
