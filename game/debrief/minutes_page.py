"""The record of each meeting as Markdown and as one printable page."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from game.debrief.html import framed
from game.debrief.markup import Child, element
from game.debrief.proceedings import LEGEND, SIGNS, Origin, Proceedings, Sitting, Speech, Words
from game.play.clean import clean_line

OF_THE_DAY = "Of the real meeting:"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown(found: Proceedings) -> str:
    """The record in Markdown, ending in a line feed. No text of anybody's is read as markup."""
    parts = [f"# {_plain(found.title)}", LEGEND]
    for sitting in found.sittings:
        parts += _sitting_text(sitting)
    parts += [f"**{_plain(found.ending)}**"] if found.ending else []
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", clean_line(text))


def _sitting_text(sitting: Sitting) -> list[str]:
    parts = [f"## {_plain(sitting.title)}", f"*{_plain(sitting.when)}*"]
    parts += [_plain(sitting.present)] if sitting.present else []
    parts += [f"{OF_THE_DAY} {_plain(sitting.note)}"] if sitting.note else []
    for speech in sitting.talk:
        parts += [f"### {_plain(speech.head)}"] if speech.head else []
        parts.append(_speech_text(speech))
    parts += ["### Agreed", "\n".join(f"- {_plain(one)}" for one in sitting.agreed) or "Nothing."]
    return [*parts, *(f"({_plain(one)})" for one in sitting.after)]


def _speech_text(speech: Speech) -> str:
    said = " ".join(_words_text(one) for one in speech.said)
    return f"**{_plain(speech.speaker)}:** {said}" if speech.speaker else f"({said})"


def _words_text(one: Words) -> str:
    text = f"“{_plain(one.text)}”" if one.origin is Origin.VERBATIM else _plain(one.text)
    did = f" \\[{_plain(one.gist)}\\]" if one.gist else ""
    return f"{SIGNS[one.origin]} *{one.origin.value}:* {text}{did}"


def page(found: Proceedings) -> str:
    """The record as one page of HTML."""
    sections = [_sitting(number, one) for number, one in enumerate(found.sittings, 1)]
    if found.ending:
        sections.append(
            element(
                "section",
                element("h2", "How it ended", id="ended-heading"),
                element("p", found.ending),
                id="ended",
                aria_labelledby="ended-heading",
            )
        )
    links = [(f"sitting-{number}", one.when) for number, one in enumerate(found.sittings, 1)]
    links += [("ended", "How it ended")] if found.ending else []
    return framed(f"Minutes: {found.title}", LEGEND, links, sections)


def _sitting(number: int, sitting: Sitting) -> Element:
    name = f"sitting-{number}"
    present = [element("p", sitting.present)] if sitting.present else []
    talk = [part for speech in sitting.talk for part in _speech(speech)]
    listed = (
        element("ul", *(element("li", one) for one in sitting.agreed), class_="items")
        if sitting.agreed
        else element("p", "Nothing.")
    )
    return element(
        "section",
        element("h2", sitting.title, id=f"{name}-heading"),
        element("p", sitting.when, id=f"{name}-when", class_="gist"),
        *present,
        *([element("p", f"{OF_THE_DAY} {sitting.note}", class_="note")] if sitting.note else []),
        *talk,
        element("h3", "Agreed"),
        listed,
        *(element("p", f"({one})", class_="composed") for one in sitting.after),
        id=name,
        aria_labelledby=f"{name}-heading {name}-when",
    )


def _speech(speech: Speech) -> list[Element]:
    head = [element("h3", speech.head)] if speech.head else []
    speaker: list[Child] = [element("b", f"{speech.speaker}:"), " "] if speech.speaker else []
    return [*head, element("p", *speaker, *(_words(one) for one in speech.said), class_="speech")]


def _words(one: Words) -> Element:
    text = f"“{one.text}”" if one.origin is Origin.VERBATIM else one.text
    did = [element("span", f" [{one.gist}]", class_="composed")] if one.gist else []
    label = element("small", f"{SIGNS[one.origin]} {one.origin.value}: ", class_="origin")
    body = element("span", text, class_=one.origin.value.replace(" ", "-"))
    return element("span", label, body, *did, " ")
