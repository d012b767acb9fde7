"""A copier: writes one file after the other anew, as the function does, and knows what each needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import NamedTemporaryFile

from helsebro_aws.documents.rewriting import bounded_process
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy, written_anew
from tests.promises.uploads import forking


@dataclass
class Copier:
    """``seconds`` of processor time and ``memory`` in bytes are those of the last file."""

    process: subprocess.Popen[str]
    seconds: float = 0
    memory: int = 0

    def write(self, content: bytes, content_type: str) -> CleanCopy:
        """Returns the clean copy of a file. Raises ``Unwritable``."""
        return written_anew(content, content_type, self._read)

    def _read(self, _task: str, content: bytes, content_type: str) -> bytes:
        assert self.process.stdin
        assert self.process.stdout
        with NamedTemporaryFile() as sent, NamedTemporaryFile() as written:
            sent.write(content)
            sent.flush()
            self.process.stdin.write(f"{content_type} {sent.name} {written.name}\n")
            self.process.stdin.flush()
            code, seconds, memory = self.process.stdout.readline().split()
            self.seconds, self.memory = float(seconds), int(memory)
            return bounded_process.answer_in(written, int(code))


@contextmanager
def copier() -> Iterator[Copier]:
    """Starts the program that forks, in the environment of the function's child."""
    process = subprocess.Popen(
        [sys.executable, "-S", "-B", "-m", forking.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=bounded_process.environment(),
    )
    with process:
        yield Copier(process)
        assert process.stdin
        process.stdin.close()
