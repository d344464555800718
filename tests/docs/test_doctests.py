"""The examples in the docstrings of all modules run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import twosource

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(twosource.__path__, "twosource.")
    if ".migrations" not in name and not name.endswith("__main__")
)


@pytest.mark.parametrize("name", ["twosource", *MODULES])
def test_examples_in_docstrings(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


def test_there_are_modules_to_test() -> None:
    assert "twosource.reading.reader" in MODULES
