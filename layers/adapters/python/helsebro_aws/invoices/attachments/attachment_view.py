"""What is shown of an invoice's files, and why one was dropped, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helsebro.invoices.attachments.attached_file import AttachedFile
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.invoices.attachments.attachment_answer import AttachmentAnswer


def attachment_shown(file: AttachedFile, language: str) -> AttachmentAnswer:
    """Returns a file as it is shown in ``da``, ``nb`` or ``en``."""
    shown: Any = to_item(file)
    del shown["invoiceId"]
    if file.reason:
        shown["message"] = words()[file.reason][language]
    answer: AttachmentAnswer = shown
    return answer


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Returns reason → language → what a person reads."""
    text = Path(__file__).with_name("dropped.json").read_text("utf-8")
    read: Mapping[str, Mapping[str, str]] = json.loads(text)
    return read
