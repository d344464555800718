"""Makes a drawing of matplotlib's fit for a page: unique ids, the page's colours and type, names for its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

COLOURS = {
    "#010101": "ink",
    "#020202": "muted",
    "#030303": "rule",
    "#040404": "accent",
    "#050505": "deny",
    "#060606": "paper",
}
"""Colours that a drawing is made in, and the page's CSS variables that take their place, in light and in dark."""

_HEX = re.compile("|".join(COLOURS))
_LOCAL = re.compile(r"url\(#([^)]+)\)")


def inline(drawn: str, prefix: str, title: str, description: str, names: Mapping[str, str], css_class: str) -> str:
    """An SVG element for a page.

    `prefix` begins every id; `names` gives each link of the drawing, by its target, the words that it is read out with.
    """
    root = ET.fromstring(drawn)  # noqa: S314 our own drawing, made a moment ago
    _strip(root)
    ids = {element.get("id"): f"{prefix}-{element.get('id')}" for element in root.iter() if element.get("id")}
    for element in root.iter():
        _adapt(element, ids, names)
    box = root.get("viewBox", "0 0 1 1")
    root.attrib.clear()
    root.attrib.update({"class": css_class, "viewBox": box, "role": "group" if names else "img"})
    root.attrib.update({"aria-labelledby": f"{prefix}-title", "aria-describedby": f"{prefix}-desc"})
    for n, (tag, text) in enumerate((("title", title), ("desc", description))):
        child = ET.Element(tag, {"id": f"{prefix}-{tag}"})
        child.text = text
        root.insert(n, child)
    return ET.tostring(root, encoding="unicode")


def _strip(root: ET.Element) -> None:
    """Takes out metadata and the style sheet, which would reach into the page, and all namespaces."""
    for parent in root.iter():
        for child in list(parent):
            if child.tag.endswith(("}metadata", "}style")):
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        for name in list(element.attrib):
            if "}" in name:
                element.attrib[name.rpartition("}")[2]] = element.attrib.pop(name)


def _adapt(element: ET.Element, ids: Mapping[str | None, str], names: Mapping[str, str]) -> None:
    """Renames ids and what points to them, sets the page's colours, names links."""
    for name, value in list(element.attrib.items()):
        if name == "id":
            element.set(name, ids[value])
        elif name == "href" and value[1:] in ids:
            element.set(name, f"#{ids[value[1:]]}")
        elif name == "style":
            element.set(name, _style(value))
        else:
            element.set(name, _LOCAL.sub(lambda found: f"url(#{ids.get(found[1], found[1])})", value))
    if element.tag == "a":
        element.attrib.pop("target", None)
        named = names.get(element.get("href", ""), "")
        element.set("aria-label", named)
        element.set("tabindex", "-1")
        tip = ET.Element("title")
        tip.text = named
        element.insert(0, tip)


def _style(value: str) -> str:
    """A style in the page's colours and type."""
    kept = []
    for part in value.split(";"):
        name, _, setting = part.strip().partition(":")
        if name == "font":
            size = re.search(r"([\d.]+)px", setting)
            kept.append(f"font-size:{size[1] if size else 12}px")
            if "bold" in setting or re.search(r"\b[67]00\b", setting):
                kept.append("font-weight:600")
        elif name and name != "font-family":
            kept.append(f"{name}:{_HEX.sub(lambda found: f'var(--{COLOURS[found[0]]})', setting.strip())}")
    return ";".join(kept)
