"""Whose things the proof is about: who owns a set of things, and where."""

from __future__ import annotations

from dataclasses import dataclass

from tests.builders.policies import ANNA, BO, CARL, cpr_of_age

GRETE, DORA, ELIAS = "0303751234", "0404761234", cpr_of_age(9)
OWNERS = {"north": "0505701234", "south": "0606701234"}
"""Two clinics, and the CPR number of the signatory of each."""
COMPANIES = {"havn": "12345674", "vest": "87654321"}
"""Two employers, and their company numbers."""


@dataclass(frozen=True)
class Household:
    """The owner of a set of things.

    ``person`` is insured by ``payer`` under the policy of ``employer`` and is treated at ``clinic``. Who
    reports and books is ``acting``: a guardian for a child. ``guardians`` are those of the person.
    """

    name: str
    person: str
    acting: str
    payer: str
    employer: str
    clinic: str
    guardians: frozenset[str] = frozenset()

    @property
    def people(self) -> frozenset[str]:
        """Who may see the things of the person."""
        return self.guardians or frozenset({self.person})


HOUSEHOLDS = (
    Household("anna", ANNA, ANNA, "tryg", "havn", "north"),
    Household("carl", CARL, ANNA, "tryg", "havn", "north", frozenset({ANNA, GRETE})),
    Household("bo", BO, BO, "tryg", "vest", "south"),
    Household("elias", ELIAS, DORA, "gjensidige", "vest", "south", frozenset({DORA})),
)
"""Anna, the child of whom she and Grete are guardians, Bo at the same insurer, and a child at another one."""
