"""Breach of a notice: a rule of the terms that it breaks."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.errors import Fault


@dataclass(frozen=True)
class NoticeBreach:
    """A rule that a notice breaks; ``limit`` is the day or number that the rule allows."""

    rule: str
    code: str
    pointer: str
    limit: str = ""

    def fault(self, clause: str) -> Fault:
        """Returns the breach as a field's fault, with the clause that contains the rule."""
        where = f"{self.rule}, {clause}"
        return Fault(self.pointer, self.code, f"{self.limit} ({where})" if self.limit else f"({where})")
