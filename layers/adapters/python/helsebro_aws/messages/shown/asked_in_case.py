"""What was asked and answered in a case: of the claim, its refunds and its extensions, oldest first."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.messages.asked import AskedEntry, OpenQuestion, asked_entries
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds


def asked_in(claim: Claim, on: Tables = tables) -> list[AskedEntry]:
    """Returns the questions of the staff and their answers, as the case keeps them."""
    open_one = claim.clarification
    asked = (
        OpenQuestion(open_one.question or "", open_one.decided_at, open_one.facts or ()) if open_one else None
    )
    found = asked_entries("claim", claim.replies, asked)
    for refund in DynamoRefunds(on).of_claim(claim.claim_id):
        asked = OpenQuestion(refund.question, refund.asked_at) if refund.question else None
        found += asked_entries("refund", refund.replies, asked)
    for extension in DynamoExtensions(on).of_claim(claim.claim_id):
        asked = OpenQuestion(extension.question, extension.asked_at) if extension.question else None
        found += asked_entries("extension", extension.replies, asked)
    return sorted(found, key=lambda entry: entry.at)
