"""Puts the pages of the reference into the bucket that CloudFront reads."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from infra.reference.place import FOLDER

FOR_MINUTES = "public, max-age=300"
"""So a browser and CloudFront show a new deployment after five minutes, and nothing has to be invalidated."""


def publish(pages: Path, s3: Any, bucket: str) -> None:
    """Uploads every file of a built folder, and removes from the bucket those that are no longer in it."""
    files = {f"{FOLDER}/{path.relative_to(pages).as_posix()}": path for path in _files(pages)}
    for key, path in files.items():
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        typed = f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        s3.put_object(
            Bucket=bucket, Key=key, Body=path.read_bytes(), ContentType=typed, CacheControl=FOR_MINUTES
        )
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        for there in page.get("Contents", ()):
            if there["Key"] not in files:
                s3.delete_object(Bucket=bucket, Key=there["Key"])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
