"""The body of an account that a clinic registers to be paid to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro.payments import iban, payee_account
from helsebro.payments.payee_account import PayeeAccount, PayeeKind
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText


def _digits(description: str, example: str) -> Any:
    return Field(max_length=72, repr=False, description=description, examples=[example])


class NewPayeeShape(Body):
    """An account, with the fields of its kind and no others. Blanks are ignored, dots and dashes are not."""

    kind: Annotated[
        PayeeKind,
        Field(
            description="`account-dk`: a Danish registration and account number. `fi`: a Danish FI creditor. "
            "`account-no`: a Norwegian account. `iban`: an IBAN of any country. `stripe`: an account at "
            "Stripe that is connected to the payer's; only sessions without an invoice are paid to it."
        ),
    ]
    registration_number: Annotated[
        str | None, _digits("The registration number of the bank, 4 digits. Of `account-dk`.", "0040")
    ] = None
    account_number: Annotated[
        str | None,
        _digits(
            "The account number: at most 10 digits of `account-dk`, 11 digits of `account-no`.", "0440116243"
        ),
    ] = None
    creditor_number: Annotated[
        str | None, _digits("The creditor number: 8 digits, of which the first is 8. Of `fi`.", "81234567")
    ] = None
    iban: Annotated[str | None, _digits("The IBAN. Of `iban`.", "DK5000400440116243")] = None

    connected_account: Annotated[
        str | None, _digits("The id of the account at Stripe. Of `stripe`.", "acct_1MTfjCQ9PRzxEwkZ")
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account: what is missing, of another kind or wrong."""
        return payee_account.faults(sent)

    @property
    def account(self) -> PayeeAccount:
        """The account, without blanks."""
        return PayeeAccount(
            kind=self.kind,
            registration_number=_plain(self.registration_number),
            account_number=_plain(self.account_number),
            creditor_number=_plain(self.creditor_number),
            iban=_plain(self.iban),
            # Small and capital letters of an id of Stripe's are not the same.
            connected_account="".join(self.connected_account.split()) if self.connected_account else None,
        )


class RejectedPayeeShape(Body):
    """Why an account is turned down; the body may be left out."""

    reason: Annotated[
        VisibleText | None,
        Field(
            description="The reason. The clinic reads it beside the account.",
            examples=["The bank says that the account is another company's."],
        ),
    ] = None


def _plain(number: str | None) -> str | None:
    return None if number is None else iban.plain(number)
