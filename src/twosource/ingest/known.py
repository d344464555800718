"""What a folder's reports.json says is known of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from twosource.errors import ItemError
from twosource.ingest.decode import decode
from twosource.model import Published, Record

NAME = "reports.json"
_FIELDS = ("outlet", "published", "url", "title")


class Known(Record, frozen=True):
    """What is known of one file; `faults` are entries that could not be used, each with its reason."""

    outlet: str | None = None
    published: Published = Published()
    url: str | None = None
    title: str | None = None
    faults: tuple[tuple[str, str], ...] = ()


def read_known(folder: Path) -> Mapping[str, Known]:
    """What reports.json says, by file name; nothing where there is none. Raises `ItemError` where it is of no use."""
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        told = json.loads(decode(path.read_bytes()))
    except ItemError as error:
        message = f"{NAME} holds no text ({error.reason}); its files are read without it"
        raise ItemError("bad_reports_json", message) from error
    except json.JSONDecodeError as error:
        message = f"{NAME} is no JSON (line {error.lineno}: {error.msg}); its files are read without it"
        raise ItemError("bad_reports_json", message) from error
    except ValueError as error:
        message = f"{NAME} holds a number of thousands of digits; its files are read without it"
        raise ItemError("bad_reports_json", message) from error
    except OSError as error:
        message = f"{NAME} cannot be read ({error.strerror or error}); its files are read without it"
        raise ItemError("bad_reports_json", message) from error
    except RecursionError as error:
        raise ItemError("bad_reports_json", f"{NAME} is nested too deep; its files are read without it") from error
    if not isinstance(told, dict):
        raise ItemError("bad_reports_json", f"{NAME} should map file names to what is known; read without it")
    return {name: _known(name, about) for name, about in told.items()}


def _known(name: str, about: Any) -> Known:
    if not isinstance(about, dict):
        return Known(faults=(("bad_reports_json", f"what {NAME} says of {name} is no object; read without it"),))
    faults = []
    values: dict[str, str | None] = {}
    for field in _FIELDS:
        value = about.get(field)
        if value is not None and not isinstance(value, str):
            faults.append(("bad_reports_json", f"{NAME}: {field} of {name} should be a text or null; left out"))
            value = None
        values[field] = value or None
    published = Published()
    if values["published"]:
        try:
            day = date.fromisoformat(values["published"][:10]).isoformat()
            published = Published(day, day, "given")
        except ValueError:
            message = f"{NAME}: {values['published']!a} of {name} is no day (YYYY-MM-DD); left out"
            faults.append(("bad_date", message))
    return Known(values["outlet"], published, values["url"], values["title"], tuple(faults))
