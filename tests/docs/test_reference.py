"""The generated pages say what the code says."""

from __future__ import annotations

import subprocess
import sys

from tests.docs.pages import ROOT


def test_the_pages_are_what_the_generator_makes_of_the_code() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
