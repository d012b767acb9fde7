"""Notices in the ``people`` table, beside their policy: ``{payer}#{policyId}`` / ``NOTICE#{noticeId}``.

Ids sort by the time a notice was received. One commit stores a notice and the policy that it changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import PolicyId
from helsebro.notices.notice import Notice
from helsebro.policies.policy import Policy
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.notices.keys import NOTICES, notice_key
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from helsebro_aws.policies.keys import policy_partition


class DynamoNotices:
    """The notices of all policies."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def find(self, payer: str, policy_id: PolicyId, notice_id: str) -> Notice:
        """Returns a notice. Raises ``NotFound``."""
        item = self.tables.get(self.table, *notice_key(payer, policy_id, notice_id))
        if item is None:
            raise NotFound()
        return from_item(Notice, item)

    def all_of(self, policy: Policy) -> list[Notice]:
        """Returns every notice of a policy, first received first."""
        rows = self.tables.query_all(self.table, _partition(policy), begins=NOTICES)
        return [from_item(Notice, row) for row in rows]

    def page(self, policy: Policy, limit: int, cursor: str | None) -> tuple[Sequence[Notice], str | None]:
        """Returns one page of a policy's notices, first received first, and the cursor of the next page."""
        found = self.tables.query(
            self.table, _partition(policy), begins=NOTICES, limit=limit, page_cursor=cursor
        )
        return [from_item(Notice, row) for row in found.items], found.next_cursor

    def take(self, notice: Notice, before: Policy, receipt: Receipt) -> None:
        """Stores a notice and the policy that it changes.

        Raises ``Conflict`` when the policy has changed since it was read.
        """
        operations: list[Operation] = [
            DynamoPolicies(self.tables).replacement(notice.effect_on(before)),
            Put(self.table, _item(notice, before)),
        ]
        if notice.about:
            operations.append(self._undo(notice, before))
        data = {"policyId": before.policy_id, "noticeId": notice.notice_id, "kind": notice.kind}
        if notice.about:
            data["about"] = notice.about
        event = Event("policy.noticed", clock.now(), before.payer, data)
        self.tables.commit(operations, events=[event], receipt=receipt)

    def _undo(self, answer: Notice, policy: Policy) -> Update:
        return Update(
            self.table,
            *notice_key(policy.payer, policy.policy_id, str(answer.about)),
            set={"undone": answer.undoes},
            when="attribute_exists(#pk) AND attribute_not_exists(#undone)",
            otherwise=Conflict(),
        )


def _item(notice: Notice, policy: Policy) -> Item:
    key = notice_key(policy.payer, policy.policy_id, notice.notice_id)
    return {**as_attributes(key), **to_item(notice)}


def _partition(policy: Policy) -> str:
    return policy_partition(policy.payer, policy.policy_id)
