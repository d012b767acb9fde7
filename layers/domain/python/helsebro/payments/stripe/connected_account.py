"""Connected account: a therapist's own account at Stripe, which ours may transfer money to (F1-07).

When its money goes on to a bank is between the therapist and Stripe (F1-08).
"""

from __future__ import annotations

import re

CONNECTED_ACCOUNT = re.compile(r"acct_[A-Za-z0-9]{8,64}")
"""As the documentation writes ids of accounts (https://docs.stripe.com/api/accounts/object). Small and
capital letters are not the same. It has no check digit: whether there is such an account only Stripe can say.
"""


def is_connected_account(text: str) -> bool:
    """Whether a text has the form of an account's id."""
    return CONNECTED_ACCOUNT.fullmatch(text) is not None
