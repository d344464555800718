"""Holds the quality floors: runs the scorer and fails where a figure is below its floor in floors.json.

    python bench/floors.py SHARED [--task NAME] [--print]

SHARED is the folder with score.py, gold/ and corpora/. A floor is raised when work has earned it and never lowered in
silence: the note beside it says why it stands where it does. Every floor names the data it is held on by their hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def digest(path: Path) -> str:
    """The first 12 digits of the SHA-256 of a file, or of all files of a folder in order."""
    total = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
        total.update(file.read_bytes())
    return total.hexdigest()[:12]


def figures(lines: str) -> dict[str, float]:
    """The figures that the scorer printed: `name value …`; of several values the first."""
    found = {}
    for line in lines.splitlines():
        words = line.split()
        cut = next((n for n, word in enumerate(words) if word.replace(".", "", 1).isdigit()), None)
        if cut:
            name = " ".join(words[:cut]).removesuffix(" F1 P R").removesuffix(" F1")
            found[name] = float(words[cut])
    return found


def run(shared: Path, task: dict[str, Any]) -> tuple[dict[str, float], str]:
    """What is printed for a task, by the scorer or by the module of ours that the task names."""
    data = shared / task["data"] if task["data"] else shared
    scorer = ["-m", task["module"]] if "module" in task else [str(shared / "score.py"), task["task"]]
    command = [sys.executable, *scorer, str(data), *task.get("options", [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {}, done.stderr or done.stdout
    return figures(done.stdout), done.stdout


def main() -> int:
    """Runs all tasks; the exit code is the number of floors that are not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--task", help="only tasks whose name holds this")
    parser.add_argument("--print", action="store_true", help="print all that the scorer prints")
    asked = parser.parse_args()
    below = 0
    for task in json.loads((HERE / "floors.json").read_text(encoding="utf8"))["tasks"]:
        if asked.task and asked.task not in task["name"]:
            continue
        hashed = [digest(asked.shared / part) for part in task["hashed"]]
        if hashed != task["hashes"]:
            print(f"{task['name']}: the data have changed ({hashed}); look at the floors again", file=sys.stderr)
            below += 1
        found, printed = run(asked.shared, task)
        if asked.print or not found:
            print(printed)
        for name, floor in task["floors"].items():
            value = found.get(name)
            held = value is not None and value >= floor
            below += not held
            print(f"{'ok   ' if held else 'BELOW'} {task['name']}: {name} {value} (floor {floor})")
    print(f"{below} floors are not held" if below else "all floors are held")
    return min(below, 100)


if __name__ == "__main__":
    sys.exit(main())
