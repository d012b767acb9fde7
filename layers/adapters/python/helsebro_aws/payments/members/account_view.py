"""The accounts of a member, as the member reads them: the last digits and when each was confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.payments.members.member_account import MemberAccount
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.payments.members.account_answer import ConfirmedAccountAnswer, MemberAccountAnswer


def accounts_shown(payer: str, accounts: Sequence[MemberAccount]) -> MemberAccountAnswer:
    """Returns the accounts of a member at a payer, of which the first one counts."""
    shown = [confirmed_shown(account) for account in accounts]
    if not shown:
        return {"payer": payer, "earlier": []}
    return {"payer": payer, **shown[0], "earlier": shown[1:]}


def confirmed_shown(account: MemberAccount) -> ConfirmedAccountAnswer:
    """Returns one account."""
    return {"masked": account.masked, "confirmedAt": instant(account.confirmed_at)}
