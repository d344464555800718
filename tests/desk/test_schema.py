"""Whatever the description allows is answered as it says; what it does not allow is refused. Nothing breaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.desk.conftest import served

EXAMPLES = 120
"""For each of the operations, so that all of them together are asked more than two thousand times."""


def test_schemathesis_finds_nothing(ledgers: dict[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(Path(ledgers["many"]).read_bytes())
    tool = str(Path(sys.executable).parent / "schemathesis")
    with served(str(copy)) as address:
        command = [tool, "run", f"{address}/api/v1/openapi.json", "--seed", "1", "-n", str(EXAMPLES), "--no-color"]
        command += ["--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-4000:]
