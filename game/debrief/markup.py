"""HTML as a tree: no text ever becomes markup, because nothing is put together from strings.

Elements are the standard library's; its writer escapes every text and attribute. What is written is cleaned of control
characters first, so that a hostile name can neither add an element nor steer what shows it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from game.play.clean import clean

Child = Element | str


def element(tag: str, *children: Child, **attributes: str | float) -> Element:
    """An element with these children, texts among them, in order. ``class_`` and ``for_`` stand for the reserved words.

    Underscores in other names become hyphens.

    >>> tostring(element("p", "a < b", element("b", "c"), class_="x"), encoding="unicode")
    '<p class="x">a &lt; b<b>c</b></p>'
    """
    made = Element(tag, {name.rstrip("_").replace("_", "-"): _text(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            _append(made, clean(child))
        else:
            made.append(child)
    return made


def _text(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else f"{value:g}"


def _append(parent: Element, text: str) -> None:
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def linked(address: str, text: str = "") -> Child:
    """A link to an outside page; the bare text where the address is no web address."""
    if not address.startswith(("https://", "http://")) or any(mark in address for mark in " \t\n<>\"'"):
        return text or address
    return element("a", text or address, href=address, rel="noreferrer")


def written(root: Element) -> str:
    """A whole page as text, ending in a line feed."""
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"
