"""The stage: a real account or the embedded stack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The checkout."""

BUILT_LAYERS = ROOT / ".build" / "layers"
"""Where ``make layers`` writes the compiled layers, in Lambda's folder structure."""

LAYERS_ALWAYS = ("domain", "adapters", "api")
"""The layers of every function."""

LAYERS_EXTRA = ("pdf", "xml")
"""Layers with large packages, for the functions that name them."""


@dataclass(frozen=True)
class Stage:
    """Everything that differs between a real account and the embedded stack.

    ``layers`` is the folder of built layers. It is ``None`` on the embedded stack, where a function imports
    the same packages from the checkout and its virtual environment (local/README.md).
    """

    name: str
    layers: Path | None

    @property
    def local(self) -> bool:
        """Whether this is the embedded stack."""
        return self.layers is None

    @property
    def tls_only(self) -> bool:
        """Whether resource policies refuse plain HTTP; the embedded stack has no TLS."""
        return not self.local


def named(name: str, layers: str | None = None) -> Stage:
    """Returns the stage of the CDK context ``stage``: ``local``, or any other name for a real account.

    ``layers`` is the CDK context of that name: a folder of layers instead of ``BUILT_LAYERS``.
    """
    return Stage(name, None if name == "local" else Path(layers or BUILT_LAYERS))
