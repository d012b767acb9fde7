"""Board forms: printed when they are read, and kept in the bucket of papers, one file a case and language."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.claims.claim import Claim
from helsebro.claims.explained.needs_in_words import paper_in_words
from helsebro.complaints.complain import must_be_ready_for_board
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.errors import NotFound
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.complaints.form.board_paper import BoardPaper
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clients, clock
from helsebro_aws.platform.stored_file import LINK_SECONDS, link_to_file, saved_as
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

FOLDER, PDF = "complaints", "application/pdf"


class BoardForms:
    """Prints the forms and returns links to them."""

    def __init__(self, on: Tables = tables) -> None:
        self.settings = on.settings
        self.people, self.payers, self.complaints = DynamoPeople(on), DynamoPayers(on), DynamoComplaints(on)

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings)

    def of_claim(self, claim: Claim, language: str, seconds: int = LINK_SECONDS) -> str:
        """Returns a link to the form of a claim, by default for 60 seconds.

        Raises ``NotFound``, ``NothingRefused``, ``StepOutOfOrder`` while a step of ours is left.
        """
        made = self.complaints.of_claim(claim.claim_id)
        denial, own = must_be_ready_for_board(claim, made, clock.now())
        enrolments = self.people.insured(claim.payer, claim.person_id)
        insured = next((known for known in enrolments if known.policy_id == claim.policy_id), None)
        if insured is None:
            raise NotFound()
        paper = BoardPaper(claim, denial, own, self.payers.find(claim.payer), insured.name, _papers(claim))
        key = f"{claim.payer}/{FOLDER}/{claim.claim_id}/board.{language}.pdf"
        bucket = self.settings.guarantees_bucket
        self.client.put_object(Bucket=bucket, Key=key, Body=paper.render(language), ContentType=PDF)
        return self.link_to(key, "complaint.pdf", seconds)

    def link_to(self, key: str, file_name: str, seconds: int = LINK_SECONDS) -> str:
        """Returns a link to the form that is in the bucket under this key, by default for 60 seconds."""
        bucket = self.settings.guarantees_bucket
        return link_to_file(self.client, bucket, key, PDF, saved_as(file_name), seconds)


def _papers(claim: Claim) -> dict[str, list[str]]:
    """Returns the names of the accepted papers, each kind once, in every language."""
    kinds = [*dict.fromkeys(claim.documents_accepted)]
    return {language: [paper_in_words(claim, kind, language) for kind in kinds] for language in LANGUAGES}
