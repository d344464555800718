"""The public surface: small, pinned, and quick to import."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import twosource

PUBLIC = [
    "Account",
    "Brief",
    "Claim",
    "ItemError",
    "Ledger",
    "LedgerError",
    "NotFoundError",
    "Question",
    "Report",
    "Rows",
    "Source",
    "Span",
    "StopError",
    "Story",
    "TwosourceError",
    "Unread",
    "UsageError",
    "__version__",
    "brief",
    "open",
    "read",
    "read_many",
    "read_paths",
]

SIGNATURES = {
    "brief": "(reports: 'Iterable[Report]') -> 'Brief'",
    "open": "(where: 'str | Path | None' = None, *, create: 'bool' = True) -> 'Ledger'",
    "read": "(text: 'str', *, published: 'str | None' = None, outlet: 'str | None' = None, url: 'str | None' = None, "
    "title: 'str | None' = None) -> 'Report'",
    "read_many": "(documents: 'Iterable[Thing]', *, processes: 'int | None' = None) -> 'Iterator[Read]'",
    "read_paths": "(paths: 'Iterable[str]', *, processes: 'int | None' = None) -> 'Iterator[Read]'",
}


def test_the_public_names_are_these() -> None:
    assert sorted(twosource.__all__) == sorted(PUBLIC)
    assert dir(twosource) == sorted(PUBLIC)
    for name in PUBLIC:
        assert getattr(twosource, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = twosource.nonsense


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(Path(twosource.__file__).read_text(encoding="utf8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.asname or alias.name for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert seen | {"__version__"} == set(PUBLIC)


@pytest.mark.parametrize("name", SIGNATURES)
def test_the_functions_are_called_so(name: str) -> None:
    assert str(inspect.signature(getattr(twosource, name))) == SIGNATURES[name]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_brings_nothing_heavy_and_opens_no_socket() -> None:
    heavy = [
        "sqlalchemy",
        "numpy",
        "matplotlib",
        "trafilatura",
        "pandas",
        "urllib3",
        "rich",
        "click",
        "jinja2",
        "alembic",
        "msgspec",
    ]
    found = run(
        "import sys\n"
        "def refuse(event, args):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "import twosource\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert found.strip() == "[]"


def test_reading_needs_no_network_no_database_and_no_pictures() -> None:
    found = run(
        "import sys\n"
        "def refuse(event, args):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "import twosource\n"
        "report = twosource.read('Two people were killed, the ministry said on Friday.')\n"
        "twosource.brief([report])\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'matplotlib', 'trafilatura') if name in sys.modules])"
    )
    assert found.strip() == "[]"


def test_the_package_is_typed() -> None:
    assert (Path(twosource.__file__).parent / "py.typed").is_file()


def test_one_version() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf8"))
    assert project["project"]["version"] == twosource.__version__
