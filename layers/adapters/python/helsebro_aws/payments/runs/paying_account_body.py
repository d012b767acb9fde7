"""The body of the account that a payer pays from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from helsebro.errors import BadInput, Fault
from helsebro.payments import iban, payee_account
from helsebro.payments.bank.debtor import BIC, LONGEST_AGREEMENT, Debtor
from helsebro.payments.bank.reference import not_carried
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText

LONGEST = 42


def _digits(description: str, example: str) -> Any:
    return Field(max_length=LONGEST, repr=False, description=description, examples=[example])


class NewPayingAccountShape(Body):
    """An account of the payer, with the fields of its kind and no others. Blanks are ignored."""

    name: Annotated[
        VisibleText,
        Field(
            description="The payer's name as its bank has it, in signs that banks carry.",
            examples=["Tryg Forsikring A/S"],
        ),
    ]
    kind: Annotated[
        Literal["account-dk", "account-no", "iban"],
        Field(
            description="`account-dk`: a Danish registration and account number. `account-no`: a Norwegian "
            "account. `iban`: an IBAN."
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
    iban: Annotated[str | None, _digits("The IBAN. Of `iban`.", "DK5000400440116243")] = None
    bic: Annotated[
        str,
        Field(
            pattern=f"^{BIC.pattern}$", description="The BIC of the payer's bank.", examples=["NDEADKKKXXX"]
        ),
    ]
    agreement: Annotated[
        str,
        Field(
            max_length=LONGEST_AGREEMENT,
            pattern=r"^[A-Za-z0-9]*$",
            description="The number of the payer's agreement with its bank about files. Leave it out when "
            "the bank asks for none.",
            examples=["1234567890"],
        ),
    ] = ""

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account: what is missing, of another kind or wrong, and of the name."""
        name = sent.get("name")
        strange = not_carried(name) if isinstance(name, str) else ()
        in_name = [Fault("/name", "sign-not-carried", " ".join(strange))] if strange else []
        return [*in_name, *payee_account.faults(sent)]

    def debtor_in(self, country: str) -> Debtor:
        """Returns the payer as its bank knows it. Raises ``BadInput`` for an account of another country."""
        if faults := list(self.debtor.faults_in(country)):
            raise BadInput(faults)
        return self.debtor

    @property
    def debtor(self) -> Debtor:
        """The payer as its bank knows it."""
        numbers = {
            name: iban.plain(number)
            for name in ("registration_number", "account_number", "iban")
            if (number := getattr(self, name)) is not None
        }
        return Debtor(self.name, PayeeAccount(self.kind, **numbers), self.bic, self.agreement)
