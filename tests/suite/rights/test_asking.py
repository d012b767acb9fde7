from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from tests.suite.rights.asking import Remembered, Right, ask, collecting, is_collected

READ: Right = ("people_table PSEUDONYM", "GetItem")


def key_reader() -> Any:
    """Returns a cached function that reads."""

    @cache
    def key() -> str:
        ask(READ)
        return "key"

    return key


def asked_by(work: Callable[[], object]) -> list[Right]:
    """Returns what a call asks for."""
    found: list[Right] = []
    with collecting(found.append):
        work()
    return found


def test_what_is_asked_outside_a_function_is_not_collected() -> None:
    assert not is_collected()
    ask(READ)


def test_a_cached_answer_asks_for_what_the_first_answer_asked_for() -> None:
    remembered = Remembered(key_reader())
    assert [asked_by(remembered) for _ in range(3)] == [[READ]] * 3
    assert remembered.cache_info().misses == 1


def test_a_cache_that_was_filled_outside_a_function_asks_too() -> None:
    remembered = Remembered(key_reader())
    remembered()
    assert asked_by(remembered) == [READ]


def test_what_the_threads_of_a_function_ask_for_is_collected() -> None:
    def in_threads() -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(ask, [READ, READ]))

    assert asked_by(in_threads) == [READ, READ]
