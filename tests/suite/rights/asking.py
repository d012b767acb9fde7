"""Who asks AWS: the function whose handler is running.

Modules are observed as they are imported. A call of a ``handler`` collects what is asked until it returns,
also by its own threads. A cache of ``helsebro_aws`` that answers counts as what filled it: on AWS every
function is a process of its own and fills its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import update_wrapper, wraps
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

Right = tuple[str, str]
"""A resource and an operation on it, such as ``("cases_table", "GetItem")``."""
_OPEN: ContextVar[tuple[Callable[[Right], object], ...]] = ContextVar("open", default=())
_HOT = "helsebro_aws.dynamodb.record"
"""Its caches are used for every field of every item, and hold nothing that was read."""


def ask(right: Right) -> None:
    """Records that this right was used, for everything that collects at this moment."""
    for collect in _OPEN.get():
        collect(right)


def is_collected() -> bool:
    """Returns whether anything collects: a test's own calls are not recorded."""
    return bool(_OPEN.get())


@contextmanager
def collecting(collect: Callable[[Right], object]) -> Iterator[None]:
    """Gives each right that is used while the block runs to ``collect``."""
    token = _OPEN.set((*_OPEN.get(), collect))
    try:
        yield
    finally:
        _OPEN.reset(token)


class Remembered:
    """A cached function; an answer from the cache asks again for what the first answer asked for."""

    def __init__(self, cached: Any) -> None:
        update_wrapper(self, cached)
        self._cached, self._rights = cached, dict[Hashable, set[Right]]()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        known = self._rights.setdefault((args, tuple(kwargs.items())), set())
        before = frozenset(known)
        with collecting(known.add):
            answer = self._cached(*args, **kwargs)
        for right in before:
            ask(right)
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cached, name)


def observe_imports(collect: Callable[[str, Right], object]) -> None:
    """Observes each module of ours that is imported from now on; ``collect`` gets (function, right)."""
    sys.meta_path.insert(0, _Observer(collect))
    submit = ThreadPoolExecutor.submit

    def submit_with_context(pool: ThreadPoolExecutor, work: Any, /, *args: Any, **kwargs: Any) -> Any:
        return submit(pool, copy_context().run, work, *args, **kwargs)

    ThreadPoolExecutor.submit = submit_with_context  # type: ignore[assignment]


class _Observer:
    """Finds modules as Python does, and changes them after they were executed."""

    def __init__(self, collect: Callable[[str, Right], object]) -> None:
        self._collect = collect

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        is_handler = name.startswith("functions.") and name.endswith(".handler")
        is_adapter = name.startswith("helsebro_aws.") and name != _HOT
        if not is_handler and not is_adapter:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        execute = spec.loader.exec_module

        def execute_and_observe(module: ModuleType) -> None:
            execute(module)
            if is_handler:
                self._observe_handler(module)
            else:
                _observe_caches(module)

        spec.loader.exec_module = execute_and_observe  # type: ignore[method-assign]
        return spec

    def _observe_handler(self, module: ModuleType) -> None:
        function, handler = module.__name__.split(".")[-2], module.handler

        @wraps(handler)
        def observed(*args: Any, **kwargs: Any) -> Any:
            with collecting(lambda right: self._collect(function, right)):
                return handler(*args, **kwargs)

        vars(module)["handler"] = observed


def _observe_caches(module: ModuleType) -> None:
    for name, value in list(vars(module).items()):
        if hasattr(value, "cache_info") and value.__module__ == module.__name__:
            vars(module)[name] = Remembered(value)
