"""The installed integrators: each is a folder here with a ``dialect.py`` that has its ``DIALECT``.

A clinic names its integrator when it applies (F0-12). A new folder adds one: nothing lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from helsebro.network.clinic import WITHOUT_SYSTEM
from helsebro_aws.network.integrators.dialect import OURS, Dialect


@dataclass(frozen=True)
class Integrators:
    """The integrators in a folder; ``package`` is its name for imports."""

    folder: Path
    package: str

    @property
    def names(self) -> list[str]:
        """Their names with ``-`` for the ``_`` of the folder, in alphabetical order, ``other`` last."""
        folders = (path for path in self.folder.iterdir() if path.is_dir() and not path.name.startswith("_"))
        names = (path.name.replace("_", "-") for path in folders)
        return sorted(names, key=lambda name: (name == WITHOUT_SYSTEM, name))

    def dialect_of(self, name: str) -> Dialect:
        """Returns the dialect of an integrator; one that is not installed sends our own events."""
        if name not in self.names:
            return Dialect()
        module = import_module(f"{self.package}.{name.replace('-', '_')}.dialect")
        found: Dialect = module.DIALECT
        return found

    def schemas(self) -> Mapping[str, Mapping[str, Any]]:
        """Returns what the messages of each media type are that is not our own."""
        dialects = [self.dialect_of(name) for name in self.names]
        return {dialect.media_type: dialect.schema for dialect in dialects if dialect.media_type != OURS}


INSTALLED = Integrators(Path(__file__).parent, __name__.rpartition(".")[0])
also_taken = INSTALLED.schemas
"""What ``POST /v1/clinic-events`` takes beside our own events (``Route.also_takes``)."""
