"""Policies in the ``people`` table: ``{payer}#{policyId}`` / ``POLICY``."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro import ids
from helsebro.caller import Caller
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import PolicyId
from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.keys import policy_key, policy_number_key


class DynamoPolicies:
    """Policies in the ``people`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def add(self, policy: Policy, receipt: Receipt) -> None:
        """Stores a new policy. Raises ``Conflict`` when the payer already has a policy of that number."""
        table = self.tables.settings.people_table
        item = _item(policy)
        number_key = as_attributes(policy_number_key(policy.payer, policy.number))
        number = {**number_key, "policyId": policy.policy_id}
        taken = Conflict("policy-number-taken")
        event = Event("policy.created", clock.now(), policy.payer, {"policyId": policy.policy_id})
        self.tables.commit(
            [Put(table, item), Put(table, number, otherwise=taken)], events=[event], receipt=receipt
        )

    def find(self, policy_id: PolicyId) -> Policy:
        """Returns the policy. Raises ``NotFound``."""
        key = policy_key(ids.payer_of(policy_id), policy_id)
        item = self.tables.get(self.tables.settings.people_table, *key)
        if item is None:
            raise NotFound()
        return from_item(Policy, item)

    def visible(self, policy_id: PolicyId, caller: Caller) -> Policy:
        """Returns the policy. Raises ``NotFound``, also when the caller may not see it."""
        policy = self.find(policy_id)
        if not policy.is_visible_to(caller):
            raise NotFound()
        return policy

    def replacement(self, policy: Policy) -> Put:
        """Returns the operation that stores the next version of a policy.

        It fails with ``Conflict`` when the policy has changed since it was read.
        """
        before = {":before": policy.version - 1}
        return Put(self.tables.settings.people_table, _item(policy), "#version = :before", before)

    def change(self, policy: Policy, event: Event, receipt: Receipt) -> None:
        """Stores the next version of a policy with its event. Raises ``Conflict``."""
        self.tables.commit([self.replacement(policy)], events=[event], receipt=receipt)

    def behind(self, places: Iterable[Insured]) -> dict[str, Policy]:
        """Returns the policies that these people are insured under, by id."""
        keys = sorted({policy_key(place.payer, place.policy_id) for place in places})
        items = self.tables.get_many(self.tables.settings.people_table, keys)
        return {item["policyId"]: from_item(Policy, item) for item in items}


def _item(policy: Policy) -> dict[str, object]:
    return {**as_attributes(policy_key(policy.payer, policy.policy_id)), **to_item(policy)}
