"""Letter papers: the PDFs of the print queue in their bucket, each stored under its letter's id."""

from __future__ import annotations

from typing import Any

from helsebro.notifications.outcome.letter import Letter
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import link_to_file, saved_as


class LetterPapers:
    """The bucket ``letters``. ``within`` is the timeout in seconds of the function that uses it."""

    def __init__(self, within: int = clients.API_SECONDS, to: Settings = settings) -> None:
        self.within, self.settings = within, to

    @property
    def client(self) -> Any:
        """The S3 client."""
        return clients.client("s3", self.settings, self.within)

    def store(self, letter: Letter, pdf: bytes) -> None:
        """Stores the PDF of a letter, or replaces it."""
        self.client.put_object(
            Bucket=self.settings.letters_bucket,
            Key=_key(letter),
            Body=pdf,
            ContentType="application/pdf",
        )

    def link_to(self, letter: Letter) -> str:
        """Returns a link to the PDF, valid for 60 seconds; the file is named by the letter's id."""
        bucket, name = self.settings.letters_bucket, saved_as(f"{letter.letter_id}.pdf")
        return link_to_file(self.client, bucket, _key(letter), "application/pdf", name)


def _key(letter: Letter) -> str:
    return f"{letter.payer}/{letter.letter_id}.pdf"
