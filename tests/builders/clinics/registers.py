"""Authorisation registers for tests: one that says what a test sets, and looks into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helsebro.ids import PractitionerId
from helsebro.network.registers.register_check import RegisterCheck
from helsebro.onboarding.registers.register_entry import RegisterEntry
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.connected_registers import ConnectedRegisters
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from helsebro_aws.platform.stored_parameter import StoredParameter

NUMBER = "0ABC1"
HOLM = RegisterEntry("Anna Marie Holm", "physiotherapist", is_valid=True)
"""The practitioner of ``tests.builders.network``, as the register has her."""
ANSWERS = Path("tests/adapters/onboarding/registers/answers")


def answer(name: str) -> bytes:
    """Returns the answer of a register that public documentation describes."""
    return (ANSWERS / name).read_bytes()


@dataclass
class GivenRegister:
    """``AuthorisationRegister`` with the entries that a test sets; None does not answer."""

    found: Sequence[RegisterEntry] | None = (HOLM,)
    asked: list[str] = field(default_factory=list)

    def entries(self, number: str) -> Sequence[RegisterEntry]:
        """Returns the entries. Raises ``RegisterUnavailable`` for None."""
        self.asked.append(number)
        if self.found is None:
            raise RegisterUnavailable("503")
        return self.found


def look_into(register: GivenRegister, country: str = "DK") -> RegisterLook:
    """Returns looks into a register, which is the only one that is set up."""
    off = StoredParameter("not_set_up", 10)
    return RegisterLook(ConnectedRegisters(off, off, {country: register}))


def check_of(practitioner_id: PractitionerId) -> RegisterCheck:
    """Returns the last check of a practitioner who has one."""
    found = DynamoRegisterChecks().known(practitioner_id)
    assert found
    return found
