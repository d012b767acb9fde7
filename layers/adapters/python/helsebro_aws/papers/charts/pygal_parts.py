"""The parts of pygal that draw lines and bars.

pygal adds a finder to ``sys.meta_path``, for plugins with maps. It has not been a finder since Python 3.12,
and on 3.11 every later import in the process warns of it (Kozea/pygal, pull request 532), so it is removed.
"""

from __future__ import annotations

import sys

from pygal import Bar, Config, Line, PluginImportFixer
from pygal.etree import etree
from pygal.style import Style

sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, PluginImportFixer)]

__all__ = ["Bar", "Config", "Line", "Style", "etree"]
