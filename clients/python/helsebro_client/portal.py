"""The calls of a page for one user who has logged in: a member, or staff."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from helsebro_client.generated.api.documents import add_document, list_documents, save_document
from helsebro_client.generated.models import Document, DocumentOffer, Problem, UploadForm
from helsebro_client.generated.models.document_offer_content_type import DocumentOfferContentType
from helsebro_client.generated.models.document_offer_file_type import DocumentOfferFileType
from helsebro_client.generated.types import Response
from helsebro_client.idempotency_key import new_key
from helsebro_client.pages import pages
from helsebro_client.problem import answered
from helsebro_client.transport import Connection, Retries

LOOKS = 120
"""How often the status of a document is read, one second apart."""


class UploadRefused(Exception):
    """The storage did not accept the file; ``status`` is its answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"The file was not accepted by the storage ({status}).")
        self.status = status


class StillChecking(Exception):
    """The document is still being checked; list the claim's documents later."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"The document {document_id} is still being checked.")
        self.document_id = document_id


class Portal(Connection):
    """Calls the API as one user.

    ``token`` returns the user's ID token and is asked before each call.
    """

    def __init__(
        self,
        api_url: str,
        token: Callable[[], str],
        *,
        language: str = "da",
        retries: Retries | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            api_url, lambda _: {"Authorization": f"Bearer {token()}"}, language, retries, transport
        )

    def upload(
        self,
        claim_id: str,
        content: bytes,
        file_name: str,
        file_type: DocumentOfferFileType,
        content_type: DocumentOfferContentType = "application/pdf",
    ) -> Document:
        """Uploads a file to a claim: announces it, posts it to the storage, saves it, waits for the check.

        Returns the document, whose ``status`` is ``accepted``, or ``rejected`` with a ``reason``. Raises
        ``ProblemError`` (``consent-undecided`` before the member has decided about the case consent),
        ``UploadRefused`` or ``StillChecking``.
        """
        offer = DocumentOffer(
            content_type=content_type, file_name=file_name, file_type=file_type, size=len(content)
        )
        announced = answered(
            add_document.sync_detailed(claim_id, client=self.client, body=offer, idempotency_key=new_key())
        )
        _post(announced.upload, content)
        answered(
            save_document.sync_detailed(
                claim_id, announced.document_id, client=self.client, idempotency_key=new_key()
            )
        )
        return self._checked(claim_id, announced.document_id)

    def _checked(self, claim_id: str, document_id: str) -> Document:
        for _ in range(LOOKS):
            for document in pages(
                lambda cursor: answered(
                    list_documents.sync_detailed(claim_id, client=self.client, cursor=cursor)
                )
            ):
                if document.document_id == document_id and document.status in ("accepted", "rejected"):
                    return document
            self.retries.wait(1)
        raise StillChecking(document_id)


def download(response: Response[Problem | Any]) -> bytes:
    """Returns the file of a call that answers with a link, such as ``read_guarantee_pdf``.

    Raises ``ProblemError``, or ``httpx.HTTPStatusError`` when the link is older than 60 seconds.
    """
    answered(response)
    # The link is the right to read: no credential goes with it.
    return httpx.get(response.headers["location"], timeout=60).raise_for_status().content


def _post(form: UploadForm, content: bytes) -> None:
    # The storage ignores every field after the file.
    fields = form.fields.additional_properties
    sent = httpx.post(form.url, data=fields, files={"file": ("file", content)}, timeout=60)
    if not sent.is_success:
        raise UploadRefused(sent.status_code)
