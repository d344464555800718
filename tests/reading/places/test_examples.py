"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["", ".names", ".lexicon", ".resolve", ".usual"])
def test_examples(module: str):
    failed, tried = doctest.testmod(importlib.import_module(f"twosource.reading.places{module}"))
    assert tried > 0
    assert failed == 0
