"""Register entry: one authorisation as a register of health professionals has it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class RegisterEntry:
    """``profession`` is a name of ``professions``, empty for one that the network does not know.

    ``is_valid`` says that it is an authorisation in full and in force; a licence or a temporary one is not.
    """

    name: str = field(repr=False)
    profession: str
    is_valid: bool
