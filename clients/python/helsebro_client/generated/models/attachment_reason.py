from typing import Literal

AttachmentReason = Literal[
    "content-type-differs",
    "file-empty",
    "file-harmful",
    "file-incomplete",
    "file-missing",
    "file-not-scanned",
    "file-too-complex",
    "file-too-large",
    "pdf-encrypted",
    "pdf-too-long",
    "picture-too-large",
    "too-many-files",
]

ATTACHMENT_REASON_VALUES: set[AttachmentReason] = {
    "content-type-differs",
    "file-empty",
    "file-harmful",
    "file-incomplete",
    "file-missing",
    "file-not-scanned",
    "file-too-complex",
    "file-too-large",
    "pdf-encrypted",
    "pdf-too-long",
    "picture-too-large",
    "too-many-files",
}


def check_attachment_reason(value: str) -> AttachmentReason:
    if value in ATTACHMENT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ATTACHMENT_REASON_VALUES!r}")
