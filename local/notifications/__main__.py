"""``make notifications``: writes a page with every notification; ``--check`` fails on a faulty template."""

from __future__ import annotations

import sys
from pathlib import Path

from helsebro_aws.notifications.rendering import TEMPLATES
from local.home import HOME
from local.notifications import preview
from local.notifications.template_faults import faults


def main(arguments: list[str], folder: Path = HOME / "notifications", templates: Path = TEMPLATES) -> int:
    """Checks the templates, then writes the page. A faulty template stops both."""
    if found := faults(templates):
        print("\n".join(found), file=sys.stderr)
        return 1
    if "--check" not in arguments:
        print(f"Open it in a browser: {preview.write(folder).as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
