"""Late uploads: what is posted with the form of a paper after its check is deleted once the form is over.

No one can take back a form: it takes files for 15 minutes. So the check looks again when they are over, by a
message to its own queue.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from helsebro.documents.document import Document
from helsebro_aws.documents.uploads import SECONDS_TO_UPLOAD
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

FORM = timedelta(seconds=SECONDS_TO_UPLOAD)
ON_ITS_WAY = timedelta(minutes=1)
"""A file that was begun in the form's last second is stored when all of it has come."""
LONGEST_DELAY = 900
"""Seconds that a queue can hold a message back."""


@dataclass(frozen=True)
class LateUploads:
    """Asks for another look, at the queue with this address."""

    to: Settings = settings
    within: int = clients.API_SECONDS

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("sqs", self.to, self.within)

    def look_again(self, document: Document, at: datetime, queue: str) -> None:
        """Sends the queue a message about a checked document, hidden while its form may take a file.

        It sends none when that is over. Needs the right ``sqs:SendMessage``.
        """
        wait = document.added_at + FORM + ON_ITS_WAY - at
        if wait <= timedelta():
            return
        # Another look of a document is harmless, however often it comes.
        self.client.send_message(
            QueueUrl=queue,
            MessageBody=json.dumps({"data": {"documentId": document.document_id}}),
            DelaySeconds=min(ceil(wait.total_seconds()), LONGEST_DELAY),
        )
