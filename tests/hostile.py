"""A lesson in which every free text is hostile: markup, escape sequences, marks that turn the line, wide letters."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
MARKUP = "[bold]B[/bold][@click=app.quit()]c[/nope]"
HTML = "<script>alert(1)</script><b onclick='x'>"
TURNING = "\u202e\u2066\u200f\u200d\ufeff"
WIDE = "大連港 Дальний"
ESCAPES = "\x1b]0;owned\x07\x1b[31m\x9b31m\x1b]52;c;eA==\x07"
AUTHORED = f" {MARKUP} {HTML} {WIDE}"
"""What an author can write: a YAML file with control or turning characters is refused (``check`` says where)."""
TYPED = f"{MARKUP} {HTML} {ESCAPES}{TURNING}{WIDE}"
"""What a player can type."""
FREE = (
    *("title", "subtitle", "summary", "exchanges_note", "place", "note", "text", "why", "claim", "adjective", "role"),
    *("brief", "heading", "question", "label", "wording", "words"),
)
"""Keys of a scenario whose values are free text."""
_OF_A_TERMINAL = re.compile(r"\x1b\[[0-9;?<>=]*[A-Za-z]")


SHORT = {
    "title": f"T {MARKUP} 大連 <i>",
    "subtitle": f"S {MARKUP} 大連 <i>",
    "role": f"R {MARKUP} 大連 <i>",
    "heading": "[b]H[/nope]大連 <i>",
    "label": "[@click=app.quit()]L[/]連 <i>",
    "question": f"Q {MARKUP} 大連?",
}
"""What stands in place of the texts whose length is bounded."""


def lesson(folder: Path, more: str = AUTHORED, raw: bool = True) -> Path:
    """``first-session`` with ``more`` behind every free text; the folder of scenarios it stands in.

    Where not ``raw``, what is not ASCII is written as YAML's own escapes.
    """
    target = folder / "scenarios" / "hostile-session"
    for path in sorted((ROOT / "scenarios" / "first-session").rglob("*.yaml")):
        written = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        place = target / path.relative_to(ROOT / "scenarios" / "first-session")
        place.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(_poisoned(written, more), allow_unicode=raw, width=10_000, default_style='"')
        text = _numbers_bare(text.replace("first-session", "hostile-session"))
        place.write_text(text, "utf-8")
    return target.parent


def _poisoned(value: object, more: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {one: _poisoned(inner, more, one) for one, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, more, key) for inner in value]
    if key in SHORT and more == AUTHORED:
        return SHORT[key]
    return f"{value}{more}" if key in FREE and isinstance(value, str) else value


def _numbers_bare(text: str) -> str:
    return re.sub(r': "(\d+|true|false)"$', r": \1", text, flags=re.MULTILINE)


def obeyed(text: str) -> list[str]:
    """The characters in a text that a terminal would obey, or that turn or hide what stands beside them."""
    return sorted({repr(one) for one in text if one not in "\n" and unicodedata.category(one) in ("Cc", "Cf", "Cs")})
