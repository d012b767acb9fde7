"""The logs of the stack's own parts: files, each with the name of its part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

REPEATED = ("{", "| ", " INFO [lambda]")
"""What the emulator repeats in its own log: the lines that functions write, and how often it called them."""


@dataclass
class PartLogs:
    """The files of a folder; ``places`` says how far each has been read."""

    folder: Path
    places: dict[Path, int] = field(default_factory=dict)

    @classmethod
    def from_now(cls, folder: Path) -> PartLogs:
        """Returns the logs, of which only later lines are new."""
        return cls(folder, {path: path.stat().st_size for path in folder.glob("*.log")})

    def new(self) -> Iterator[str]:
        """Yields the whole lines that were added since the last call, each after the name of its part."""
        for path in sorted(self.folder.glob("*.log")):
            raw = path.read_bytes()
            # A new run begins its files again.
            place = self.places.get(path, 0)
            place = place if place <= len(raw) else 0
            end = raw.rfind(b"\n", place) + 1
            self.places[path] = max(place, end)
            for line in raw[place:end].decode(errors="replace").splitlines():
                if line.strip() and not _is_repeated(line):
                    yield f"{path.stem:<28} {line}"


def _is_repeated(line: str) -> bool:
    return line.startswith(REPEATED[:2]) or REPEATED[2] in line
