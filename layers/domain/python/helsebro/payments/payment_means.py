"""Payment means: where a payee is to be paid."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaymentMeans:
    """How the clinic is to be paid (F0-20): a bank account, a Danish FI code or a Norwegian KID.

    ``kind`` and ``number`` are the two parts of an FI code (``71`` and 15 digits); otherwise ``kind`` is
    empty and ``number`` is the payment id.
    """

    code: str
    kind: str = ""
    number: str = ""
    account: str = ""
    branch: str = ""
