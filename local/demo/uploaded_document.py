"""Uploads a document to a claim as a portal does: announces it, posts the form, saves it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import httpx

from helsebro.documents.document import FileType
from infra.account.command import CommandFault
from local.clinic.clinic_system import Reply
from local.clinic.url_path import segment
from local.demo.http_client import client
from local.journey.steps import until

TYPES = get_args(FileType)
CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".heic": "image/heic",
}
"""The types of file that a document may have, by the end of the file's name."""
CHECK_SECONDS = 90.0


class DocumentRefused(Exception):
    """The platform does not take the document; ``reply`` is its answer."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(f"{reply.status} {reply.body}")
        self.reply = reply


@dataclass(frozen=True)
class DocumentFile:
    """A document before its upload: the name of its file, what it is, and its bytes."""

    name: str
    file_type: str
    content_type: str
    content: bytes

    @classmethod
    def of_file(cls, file: Path, file_type: str) -> DocumentFile:
        """Returns the document in a file. Raises ``CommandFault`` for one that cannot be uploaded."""
        if file_type not in TYPES:
            raise CommandFault(f"No document is of the type {file_type}. Known are: {', '.join(TYPES)}.")
        if file.suffix.lower() not in CONTENT_TYPES:
            raise CommandFault(f"{file} is of no known kind. Its name ends in {', '.join(CONTENT_TYPES)}.")
        try:
            content = file.read_bytes()
        except OSError as fault:
            raise CommandFault(f"{file} cannot be read: {fault.strerror}.") from None
        return cls(file.name, file_type, CONTENT_TYPES[file.suffix.lower()], content)


@dataclass(frozen=True)
class CaseDocuments:
    """The documents of a claim, as the member with this token uploads and reads them."""

    api_url: str
    token: str
    claim_id: str

    def upload(self, chosen: DocumentFile) -> str:
        """Uploads and saves a document; returns its id. Raises ``DocumentRefused``."""
        body = {
            "fileType": chosen.file_type,
            "fileName": chosen.name,
            "contentType": chosen.content_type,
            "size": len(chosen.content),
        }
        announced = self._call("POST", "", body)
        form, document_id = announced["upload"], str(announced["documentId"])
        file = {"file": (chosen.name, chosen.content)}
        sent = client().post(form["url"], data=form["fields"], files=file)
        if sent.is_error:
            raise DocumentRefused(_reply(sent))
        self._call("POST", f"/{document_id}/save", {})
        return document_id

    def checked(self, document_id: str) -> dict[str, Any]:
        """Waits until a document is accepted or rejected, and returns it. Raises ``StepFailed``."""

        def look() -> dict[str, Any] | None:
            page = self._call("GET", "?limit=100")
            found = [each for each in page["items"] if each["documentId"] == document_id]
            return next((each for each in found if each["status"] in ("accepted", "rejected")), None)

        return until(f"the check of {document_id}", look, CHECK_SECONDS)

    def _call(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        headers = {"authorization": f"Bearer {self.token}", "accept-language": "en"}
        if method == "POST":
            # The same file may be uploaded again, so each call has a key of its own.
            headers["idempotency-key"] = secrets.token_hex(16)
        url = f"{self.api_url}/v1/claims/{segment(self.claim_id)}/documents{path}"
        answer = client().request(method, url, json=body, headers=headers)
        if answer.is_error:
            raise DocumentRefused(_reply(answer))
        return dict(answer.json())


def _reply(answer: httpx.Response) -> Reply:
    return Reply.of(answer.status_code, answer.content, answer.headers)
