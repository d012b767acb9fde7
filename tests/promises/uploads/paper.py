"""A file as a member might send it, for the proofs about uploads."""

from __future__ import annotations

from dataclasses import dataclass

EVIL = b"evil.example"
"""Stands in everything that may not reach the clean copy."""
PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"


@dataclass(frozen=True)
class Sheet:
    """``name`` says what it is; ``reason`` is why it is rejected, empty when it is written anew."""

    name: str
    content: bytes
    content_type: str = PDF
    reason: str = ""

    def __str__(self) -> str:
        return self.name.replace(" ", "-")
