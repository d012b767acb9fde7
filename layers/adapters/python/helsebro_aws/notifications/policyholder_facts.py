"""Policyholder facts: what a policyholder is told of unpaid premiums and of notices about the policy."""

from __future__ import annotations

from datetime import date, timedelta

from helsebro.coverage.terms.product import product
from helsebro.ids import PolicyId
from helsebro.local_day import local_day
from helsebro.notices.rules import refuse_by
from helsebro.occurrence import Occurrence
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.notifications.session_facts import NothingToSay, Variables, needed
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.policies.dynamo_policies import DynamoPolicies


class PolicyholderFacts:
    """Reads the variables of the letters to a policyholder. Each raises ``NothingToSay``, ``NotFound``."""

    def __init__(self, on: Tables) -> None:
        self.policies, self.notices, self.payers = DynamoPolicies(on), DynamoNotices(on), DynamoPayers(on)

    def reminder(self, cause: Occurrence) -> Variables:
        """Names the last day with cover, and since when there is none if it has stopped already (R-1402)."""
        policy = self.policies.find(PolicyId(cause.case_id))
        sent_on = date.fromisoformat(cause.data["sentOn"])
        if sent_on not in {known.sent_on for known in policy.reminders if known.paid_on is None}:
            raise NothingToSay
        day = local_day(cause.at, self.payers.find(policy.payer).country)
        if sent_on != day:
            # The payer has sent it itself, on that day; a second one now would name another term.
            raise NothingToSay
        stops = needed(policy.stops_on(product(policy.on(day).product).parameter("R-1402", "days")))
        said = {"day": (stops - timedelta(days=1)).isoformat(), "policy": policy.number}
        return {**said, "stopped": stops.isoformat()} if stops <= sent_on else said

    def notice(self, cause: Occurrence) -> Variables:
        """Names the day from which a notice counts, and by when it may be refused if it may."""
        policy = self.policies.find(PolicyId(cause.case_id))
        notice = self.notices.find(policy.payer, policy.policy_id, cause.data["noticeId"])
        day = local_day(cause.at, self.payers.find(policy.payer).country)
        if notice.by != "payer" or notice.sent_on != day:
            # The payer has sent one of another day itself.
            raise NothingToSay
        said = {"day": notice.effective_on.isoformat(), "policy": policy.number, "notice": notice.kind}
        answer = refuse_by(notice, product(policy.on(notice.sent_on).product))
        return {**said, "answer": answer.isoformat()} if answer else said
