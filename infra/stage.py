"""The stage: where the same app goes, a real account or the embedded stack."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The checkout."""

BUILT_LAYERS = ROOT / ".build" / "layers"
"""Where ``make layers`` puts every layer, compiled, in Lambda's own folder shape."""

LAYERS_ALWAYS = ("domain", "adapters", "api")
"""What every function runs on."""

LAYERS_EXTRA = ("pdf", "xml")
"""Heavy packages, for the functions that name them."""


@dataclass(frozen=True)
class Stage:
    """What differs between a real account and the embedded stack; nothing else does.

    ``layers`` is the folder of built layers. It is ``None`` on the embedded stack, where a function finds
    the same packages on the path of the checkout and its virtual environment (local/README.md).
    """

    name: str
    layers: Path | None

    @property
    def local(self) -> bool:
        """Whether this is the embedded stack."""
        return self.layers is None

    @property
    def tls_only(self) -> bool:
        """Whether resource policies refuse plain HTTP; the embedded stack has only that, on loopback."""
        return not self.local


def named(name: str, layers: str | None = None) -> Stage:
    """The stage of the CDK context ``stage``: ``local``, or any other name for a real account.

    The context ``layers`` names another folder of layers than the built one.
    """
    return Stage(name, None if name == "local" else Path(layers or BUILT_LAYERS))
