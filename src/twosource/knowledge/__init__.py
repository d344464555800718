"""Knowledge as data: small files in `data/`, each with its source, read once and never at import.

Every table is a TOML file with a `source` key that says where its entries come from. Code asks for a file by name;
what a file holds is described at its top.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from twosource.errors import KnowledgeError


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `data/NAME.toml`, as TOML reads it. Raises `KnowledgeError` where it lacks its source."""
    path = files("twosource.knowledge").joinpath("data", f"{name}.toml")
    try:
        read = tomllib.loads(path.read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise KnowledgeError(f"the package has no data file {name}.toml; reinstall twosource") from error
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"the data file {name}.toml is no TOML ({error}); mend that line") from error
    if not read.get("source"):
        raise KnowledgeError(f"the data file {name}.toml does not say its source; add a line source = '…'")
    return read
