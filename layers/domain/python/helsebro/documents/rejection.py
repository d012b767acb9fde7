"""Rejection: why a paper is not taken; its words are in ``helsebro_aws/documents/rejections.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

RejectionReason = Literal[
    "file-missing",
    "file-empty",
    "file-too-large",
    "content-type-differs",
    "file-harmful",
    "file-not-scanned",
    "file-incomplete",
    "file-too-complex",
    "pdf-encrypted",
    "pdf-too-long",
    "picture-too-large",
]
REASONS: Mapping[str, RejectionReason] = {reason: reason for reason in get_args(RejectionReason)}
"""Every reason by its name: what is no name of one is none."""
TOO_COMPLEX: RejectionReason = "file-too-complex"
"""Of a file that ended the process which read it."""
