"""The line that is advised where a key is missing: what the key has elsewhere, else the first allowed, else words."""

from __future__ import annotations

import pytest

from game.authoring.schema.common import Shape
from game.authoring.schema.evidence import EventsFile
from game.authoring.schema.issues import Option
from game.authoring.schema.parties import Principal, Seat
from game.authoring.schema.scenario import Meeting
from game.authoring.sheet import shaped
from game.authoring.templates import line_for
from game.authoring.yaml_source import Where, parse
from tests.mutations.mending import mended


def template(kind: type[Shape], key: str, text: str = "x: 1", where: Where = ()) -> str:
    fields = {field.alias or name: field for name, field in kind.model_fields.items()}
    return line_for(parse(text, "scenarios/two-villages/issues/spring.yaml"), (*(where or ("x", 0)), key), fields[key])


@pytest.mark.parametrize(
    ("kind", "key", "line"),
    [
        (Principal, "answers", "answers: after-meeting"),
        (Seat, "name", 'name: "The delegate\'s name."'),
        (Option, "label", 'label: "The settlement in at most 40 characters,"'),
        (Option, "id", ""),
        (Meeting, "exchanges", "exchanges: 1"),
        (Meeting, "chairs", ""),
    ],
)
def test_template_fits_the_kind_of_the_key(kind: type[Shape], key: str, line: str):
    assert template(kind, key) == line


def test_template_takes_what_the_key_mostly_has_in_the_file():
    text = "meetings:\n  - exchanges: 8\n  - exchanges: 6\n  - exchanges: 8\n"
    assert template(Meeting, "exchanges", text) == "exchanges: 8"


@pytest.mark.parametrize(
    ("rest", "line"),
    [("why: x", "basis: inferred"), ("citations: []", "basis: attested"), ("url: x", "basis: reported"), ("id: x", "")],
)
def test_basis_is_the_one_that_what_else_is_said_is_enough_for(rest: str, line: str):
    assert template(Option, "basis", f"x:\n  - {rest}\n") == line


def test_line_that_is_added_mends_the_file():
    text = """events:
  - id: a-day
    date: 1945-07-10
    known_to: [china]
    basis: invented
    why: "For the test."
"""
    _, problems = shaped(parse(text, "x/events.yaml"), EventsFile)
    (missing,) = problems
    assert missing.hint == 'add the line “text: "What happened, in a sentence or two."” below, with what is right'
    files = mended({"events.yaml": text.encode()}, "x", missing)
    assert files is not None
    assert shaped(parse(files["events.yaml"].decode(), "x/events.yaml"), EventsFile)[1] == ()
