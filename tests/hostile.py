"""A lesson in which every free text is hostile: markup, escape sequences, marks that turn the line, wide letters.

What a free text is, the schemas of the files say: a string without a pattern and without a list of values. So a key
that is new is found here by itself, and the lesson has to fill it.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.authoring.json_schema import KINDS, json_schema
from game.engine.moves import ConsultCapital, Move, Propose, Reserve, Yield
from game.engine.package import Package
from game.ui.request import Request
from game.ui.shelves import Shelves

ROOT = Path(__file__).parent.parent
SESSION = ROOT / "scenarios" / "first-session"
NAME, OTHER, PAPER = "hostile-session", "hostile-extension", "hostile-paper"
MARKUP = "[bold]B[/bold][@click=app.quit()]c[/nope]"
HTML = "<script>alert(1)</script><b onclick='x'>"
OTHERS = '"]]>&amp;\\N \\"; {{7*7}} `$(id)` [a](javascript:b) ![i](http://x.invalid/p)'
"""What ends a string, a cell, an entity or a label of other formats, or is a link in them."""
TURNING = "\u202e\u2066\u200f\u200d\ufeff"
WIDE = "大連港 Дальний"
ESCAPES = "\x1b]0;owned\x07\x1b[31m\x9b31m\x1b]52;c;eA==\x07"
AUTHORED = f" {MARKUP} {HTML} {OTHERS} {WIDE}"
"""What an author can write: a YAML file with control or turning characters is refused (``check`` says where)."""
TYPED = f"=1+1 {MARKUP} {HTML} {ESCAPES}{TURNING}{WIDE}"
"""What a player can type. A table of figures would work out what begins with an equals sign."""
MARK = "[bold]B[/bold]"
"""Markup of the author's and of the player's; where it still stands, it has not been obeyed."""
SHORT = "[@click=app.quit()]L[/]連 <i>"
SHORTEST = "[b]H[/nope]大連 <i>"
_ROOM = 200
"""Characters a free text must be allowed for the whole of ``AUTHORED``."""

Leaf = tuple[str, str]
"""The shape and the key of a free text: ``("Meeting", "place")``."""
Schema = dict[str, Any]

# What first-session has not, and the schemas have

QUOTED = f"We never said that.{AUTHORED}"
_QUOTE = {"source": PAPER, "line": 3, "quote": QUOTED}
_TOLD = {"work": "book", "at": "page 1", "paraphrase": "It tells so."}
_BACKED = {"basis": "invented", "why": "To fill it."}
_READINGS = [{"text": "One reading.", **_QUOTE}, {"text": "Another reading.", **_QUOTE, "date": "1952-04-30"}]
_DISPUTE = {"about": "What was said.", "readings": _READINGS, "note": "It is open."}
_PASSAGE = {
    **_QUOTE,
    **{"strength": "strong", "known_to": ["eastquay", "westmill"], "since": "1952-05-01"},
    **{"why": "It is strong.", "note": "It shows it."},
}
_HISTORY = {
    "meeting": "1952-05-16",
    "source": PAPER,
    "work": "book",
    "grain": "minutes",
    "note": "Coded for a test.",
    "moves": [
        {"by": "eastquay", "do": "propose", "package": {"toll": "eastquay-collects"}, "line": 3, "quote": QUOTED},
        {
            "by": "eastquay",
            "do": "consult",
            "asks": {"opening-hours": "two-hours"},
            "report": "They press us.",
            **_TOLD,
        },
        {"by": "eastquay", "do": "yield", **_TOLD, "note": "Coded so."},
        {"by": "westmill", "do": "adjourn", "communique": "The talks are put off.", **_TOLD},
        {"by": "eastquay", "do": "adjourn", "communique": "The talks are put off.", **_TOLD},
    ],
}
_EXTENSION = {
    **{"id": OTHER, "extends": NAME, "title": "The same again", "subtitle": "One meeting", "summary": "It extends."},
    **{"meetings": ["1952-05-16"], "briefs": {"eastquay": "You again.", "westmill": "And you."}},
    "reservation": {"eastquay": {"points": 300, **_BACKED}},
}
_SOURCE = {
    **{"id": PAPER, "title": "The paper", "kind": "minutes", "dated": "1952-05-01", "talk": "1952-05-01"},
    **{"archive": "A drawer", "citation": "The paper, 1952", "url": None, "rights": "None.", "evidence": "first-hand"},
    **{"first_line": 1, "last_line": 7, "present": ["Ada Thorne"], "note": "It is made up."},
    "peculiarities": [{"line": 5, "note": "A slip."}],
}
_TEXT = f"Minutes{AUTHORED}\n\nPell: {QUOTED}\n\nThorne: said.{TYPED}\n\nThe end.{AUTHORED}\n"
"""A document is kept letter by letter, whatever stands in it."""


def _fill_scenario(whole: dict) -> None:
    whole["sources"] = [PAPER]
    whole["works"] = {"book": {"title": "A book", "note": "A good one."}}
    for head in whole["heads"]:
        head["note"] = "A heading."
    [meeting] = whole["meetings"]
    meeting |= {"source": PAPER, "citations": [_TOLD]}
    whole["settlement"] = {
        **{"date": "1952-06-01", "name": "the treaty of the bridge", "text": "It was signed.", **_BACKED},
        "signed": [{"party": "eastquay", "name": "Hugh Lorne", "role": "Mayor"}],
    }


def _fill_party(whole: dict) -> None:
    whole["principal"]["message"] = "a word home"
    whole["voice"] = [{"use": use, **_QUOTE} for use in ("refuse", "propose", "press")]
    for person in whole["people"]:
        person |= {"spelled": ["Thorn"], "native": "Торн", "note": "Not sure."}


def _fill_issues(whole: dict) -> None:
    for issue in whole["issues"]:
        middle = issue["options"][1]["id"]
        issue["options"][0]["citations"] = [_QUOTE, _TOLD]
        issue["disputes"] = [_DISPUTE]
        issue["settled"] = {
            **{"text": "So it was settled.", "option": middle, "nearer": "middle", "instrument": "I-1", "seen": "true"},
            "work": "book",
        }


def _fill_evidence(whole: dict) -> None:
    for claim in whole["claims"]:
        claim["passages"] = [_PASSAGE]
        claim["words"] = _QUOTE
        other = "westmill" if claim["by"] == ["eastquay"] else "eastquay"
        claim["answer"] = {**_QUOTE, "by": other, "text": "No."}
        claim["truth"] = {"text": "It is true."}
    minute = {"id": "m-hours", "date": "1952-05-01", "by": "westmill", "issue": "opening-hours", "option": "daylight"}
    whole["minutes"] = [{**minute, **_QUOTE}]


def _fill_events(whole: dict) -> None:
    for event in whole["events"]:
        event["note"] = "Not sure."


_FILLS = {"scenario": _fill_scenario, "parties": _fill_party, "issues": _fill_issues}
_FILLS |= {"evidence": _fill_evidence, "events": _fill_events, "linkages": lambda whole: None}


# The lesson


def lesson(folder: Path, more: str = AUTHORED, raw: bool = True) -> Path:
    """``first-session``, and what it has not, with ``more`` in every free text; the folder of scenarios it stands in.

    Beside that folder stands ``sources``. Where not ``raw``, what is not ASCII is written as YAML's own escapes.
    """
    for path, _, whole in files(more):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(whole, allow_unicode=raw, width=10_000, default_style='"')
        place.write_text(_plain_values_bare(text), "utf-8")
    (folder / "sources" / PAPER / "text.md").write_text(_TEXT, "utf-8")
    return folder / "scenarios"


def files(more: str = AUTHORED) -> Iterator[tuple[str, str, dict]]:
    """Each file of the lesson: its path, its kind, and what it says with ``more`` in every free text."""
    for path, kind, whole in _files():
        schema = json_schema(kind)
        yield path, kind, _poisoned(whole, schema, schema, more)


def _files() -> Iterator[tuple[str, str, dict]]:
    for path in sorted(SESSION.rglob("*.yaml")):
        kind = path.parent.name if path.parent.name in KINDS else path.stem
        whole = yaml.load(path.read_text("utf-8").replace("first-session", NAME), yaml.BaseLoader)
        _FILLS[kind](whole)
        yield f"scenarios/{NAME}/{path.relative_to(SESSION)}", kind, deepcopy(whole)
    yield f"scenarios/{NAME}/disputes.yaml", "disputes", {"disputes": [{"id": "words", "issue": "toll", **_DISPUTE}]}
    yield f"scenarios/{NAME}/history/1952-05-16.yaml", "history", _HISTORY
    yield f"scenarios/{OTHER}/scenario.yaml", "extension", _EXTENSION
    yield f"sources/{PAPER}/source.yaml", "source", _SOURCE


def _plain_values_bare(text: str) -> str:
    return re.sub(r'(: |- )(!!(?:int|bool|null) )?"(\d+|true|false|null)"$', r"\1\3", text, flags=re.MULTILINE)


# What a free text is


def free_texts() -> set[Leaf]:
    """Every free text that the schemas know."""
    return {leaf for kind in KINDS for leaf in _free_in(json_schema(kind))}


def filled() -> set[Leaf]:
    """Every free text that the lesson fills with hostile words."""
    found: set[Leaf] = set()
    for _, kind, whole in files():
        schema = json_schema(kind)
        found |= {leaf for leaf, text in leaves(whole, schema, schema) if "[/" in text and "連" in text}
    return found


def leaves(value: object, part: Schema, whole: Schema, leaf: Leaf = ("", "")) -> Iterator[tuple[Leaf, str]]:
    """Every free text in a value of a shape, with the shape and key it stands under."""
    for form in _forms(part, whole):
        if isinstance(value, dict):
            for key, inner in value.items():
                found = _under(form, key)
                if found is not None:
                    yield from leaves(inner, found, whole, (str(form["title"]), key) if "title" in form else leaf)
        elif isinstance(value, list) and "items" in form:
            for inner in value:
                yield from leaves(inner, _member(form), whole, leaf)
        elif isinstance(value, str) and _is_free(form):
            yield leaf, value


def _poisoned(value: object, part: Schema, whole: Schema, more: str) -> Any:
    for form in _forms(part, whole):
        if isinstance(value, dict) and form.get("type") == "object":
            return {key: _poisoned(inner, _under(form, key) or {}, whole, more) for key, inner in value.items()}
        if isinstance(value, list) and "items" in form:
            return [_poisoned(inner, _member(form), whole, more) for inner in value]
        if isinstance(value, str) and _is_free(form) and value != QUOTED:
            return _hostile(value, form.get("maxLength", 10_000), more)
    return value


def _hostile(text: str, most: int, more: str) -> str:
    """A text with ``more`` behind it; where there is no room for that, as much of it as there is, and shorter words."""
    if most >= _ROOM:
        return f"{text}{more}"
    words = next((one for one in (f" {MARKUP} 大連 <i>", SHORT) if len(one) + 12 <= most), SHORTEST)
    return text[: most - len(words)] + (words if more == AUTHORED else "")


def _free_in(whole: Schema) -> Iterator[Leaf]:
    for shape in (whole, *whole.get("definitions", {}).values()):
        for key, part in shape.get("properties", {}).items():
            if any(_is_free(form) for form in _all_forms(part, whole)):
                yield str(shape["title"]), key


def _all_forms(part: Schema, whole: Schema) -> Iterator[Schema]:
    """The forms of a value, of its members and of their members, but not those of a shape of its own."""
    for form in _forms(part, whole):
        yield form
        inner = [_member(form), form.get("additionalProperties"), *form.get("patternProperties", {}).values()]
        for one in inner:
            if isinstance(one, dict) and one and "$ref" not in one:
                yield from _all_forms(one, whole)


def _forms(part: Schema, whole: Schema) -> Iterator[Schema]:
    """What a value may be: itself, what it names, or each of several."""
    if "$ref" in part:
        yield from _forms(whole["definitions"][part["$ref"].rpartition("/")[2]], whole)
    elif any(word in part for word in ("anyOf", "allOf", "oneOf")):
        for word in ("anyOf", "allOf", "oneOf"):
            for one in part.get(word, ()):
                yield from _forms(one, whole)
        if "properties" in part:
            yield part
    else:
        yield part


def _under(form: Schema, key: str) -> Schema | None:
    """The form of what stands under a key."""
    if key in form.get("properties", {}):
        return form["properties"][key]
    loose = [form.get("additionalProperties"), *form.get("patternProperties", {}).values()]
    return next((one for one in loose if isinstance(one, dict)), None)


def _member(form: Schema) -> Schema:
    """The form of each member of a list."""
    members = form.get("items", {})
    return members[0] if isinstance(members, list) else members


def _is_free(form: Schema) -> bool:
    return form.get("type") == "string" and not {"pattern", "enum", "const", "format"} & set(form)


# What a terminal obeys


def obeyed(text: str) -> list[str]:
    """The characters in a text that a terminal would obey, or that turn or hide what stands beside them."""
    return sorted({repr(one) for one in text if one not in "\n" and unicodedata.category(one) in ("Cc", "Cf", "Cs")})


# A game


@contextmanager
def game_of_the_lesson(folder: Path) -> Iterator[str]:
    """A finished game of the lesson, in which the player says hostile things; the name of its save. It is there twice.

    While it lasts, scenarios, sources and saves are those in the folder.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLENIPO_SCENARIOS", str(lesson(folder)))
        for name in ("SOURCES", "SAVES", "CACHE"):
            patch.setenv(f"PLENIPO_{name}", str(folder / name.lower()))
        patch.setenv("PLENIPO_SETTINGS", str(folder / "settings.json"))
        patch.setenv("TEXTUAL_ANIMATIONS", "none")
        name = _played()
        [record] = (folder / "saves").glob(f"{name}*.record.jsonl")
        shutil.copy(record, record.with_name(record.name.replace(name, f"{name}-again")))
        yield name


def _played() -> str:
    opened = Shelves().open(Request(NAME, "eastquay", "counterpart", seed=3, exchanges=3))
    session, mine = opened.session, opened.party
    said: list[Move] = [
        ConsultCapital(mine, report=TYPED),
        Propose(mine, Package.of({"toll": "eastquay-collects"}), words=TYPED),
        Reserve(mine, ("opening-hours",), words=TYPED),
    ]
    while not session.over:
        session.advance()
        if not session.over:
            move = said.pop(0) if said else Yield(mine)
            session.play(move if session.check(move) is None else Yield(mine))
    assert not said, "the hostile words were never said"
    Shelves().close(opened)
    return opened.name
