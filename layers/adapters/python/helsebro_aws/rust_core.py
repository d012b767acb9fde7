"""The Rust core of pydynox without its Python layers.

``import pydynox`` loads the object mapper, asyncio and logging (about 120 ms of CPU, a third of a bare boto3
function's cold start); its compiled core alone costs 3 ms and is all that plain dictionaries need. The parent
package is registered unexecuted so that the core can be imported by itself (see DECISIONS.md).
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any


def _load() -> Any:
    if "pydynox" not in sys.modules:
        spec = find_spec("pydynox")
        if spec is None:
            raise ImportError("pydynox is not installed")
        sys.modules["pydynox"] = module_from_spec(spec)
    return import_module("pydynox.pydynox_core")


core: Any = _load()
