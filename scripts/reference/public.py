"""The Python API: the public names of the package."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator

import twosource
from scripts.reference.text import docstring, first_line, table
from twosource.errors import TwosourceError
from twosource.model import Record

INTRODUCTION = """\
Everything public is a name of the package `twosource`; other modules may change. `import twosource` loads nothing else:
each name brings its part along when it is first used. How to use it: [guide](../guide/python.md).

```python
>>> import twosource
```"""

INSIDE = {"brief_of": "twosource.brief", "open_ledger": "twosource.open", "read": "twosource.read"}
"""Names that examples inside the code use, and what users call them."""


def page() -> str:
    """docs/reference/python.md."""
    names = [name for name in twosource.__all__ if name != "__version__"]
    things = {name: getattr(twosource, name) for name in names}
    functions = {name: thing for name, thing in things.items() if inspect.isfunction(thing)}
    classes = {name: thing for name, thing in things.items() if inspect.isclass(thing)}
    records = {n: c for n, c in classes.items() if issubclass(c, Record)}
    errors = {n: c for n, c in classes.items() if issubclass(c, TwosourceError)}
    rest = {n: c for n, c in classes.items() if n not in records and n not in errors}
    parts = ["# Python", INTRODUCTION, "## Functions"]
    parts += [_function(f"twosource.{name}", thing) for name, thing in functions.items()]
    parts += ["## Classes", *(_class(name, thing) for name, thing in rest.items())]
    parts += ["## Records", "Their fields stand on the page [JSON](json.md)."]
    parts.append(table(["name", "what it is"], [(_linked(name), first_line(c)) for name, c in records.items()]))
    parts += ["## Errors", "When they are raised: [errors](errors.md)."]
    parts.append(table(["name", "what it is"], [(f"`{name}`", first_line(c)) for name, c in errors.items()]))
    parts.append(f"## Version\n\n`twosource.__version__` is `{twosource.__version__!r}`.")
    return "\n\n".join(parts)


def _linked(name: str) -> str:
    return f"[`{name}`](json.md#{name.lower()})"


def _function(name: str, thing: object) -> str:
    assert callable(thing)
    signature = str(inspect.signature(thing)).replace("'", "")
    return f"### {name}\n\n```text\n{name}{signature}\n```\n\n{_outside(docstring(thing))}"


def _class(name: str, thing: type) -> str:
    parts = [f"### {name}", _outside(docstring(thing))]
    for method, function in _methods(thing):
        signature = str(inspect.signature(function)).replace("'", "").replace("(self, ", "(").replace("(self)", "()")
        parts.append(f"#### {name}.{method}\n\n```text\n{method}{signature}\n```\n\n{_outside(docstring(function))}")
    return "\n\n".join(parts)


def _outside(text: str) -> str:
    """A docstring whose examples call things as users do."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if line.startswith((">>> ", "... ")):
            lines[n] = re.sub(r"(?<![\w.])(\w+)(?=\()", lambda m: INSIDE.get(m[1], m[1]), line)
    return "\n".join(lines)


def _methods(thing: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, value in vars(thing).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            yield name, value
