"""The reference of the authoring guide: it is made from the shapes and codes, and every link of both leads somewhere.

``PLENIPO_GOLDEN=write`` makes the reference anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from game.authoring.codes import CODES
from game.authoring.json_schema import KINDS
from game.authoring.reference import codes_reference, keys_reference, renewed

SCENARIOS = Path(__file__).parent.parent.parent / "scenarios"
REFERENCE = SCENARIOS / "REFERENCE.md"


def reference() -> str:
    return REFERENCE.read_text("utf-8")


def anchors(text: str) -> list[str]:
    """The anchors of all headings, as hosts of Markdown make them."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def test_reference_is_up_to_date_with_shapes_and_codes():
    if os.environ.get("PLENIPO_GOLDEN") == "write":
        REFERENCE.write_text(renewed(reference()), "utf-8")

    assert reference() == renewed(reference()), "run this test with PLENIPO_GOLDEN=write, then read the diff"


def test_every_code_has_a_paragraph():
    assert re.findall(r"^\*\*(S\d{3})\.\*\* .+\.$", codes_reference(), re.MULTILINE) == list(CODES)


def test_every_kind_of_file_has_its_keys():
    tables = keys_reference()

    assert tables.count("\n### ") == len(KINDS)
    # A key with a default, one of a list, one of a choice, one needed that may be null: as the shapes have them.
    assert "| `printed` | no; else `true` | `true` or `false` | Whether the minutes print it. |" in tables
    assert "| `parties` | yes | list of exactly 2: id | The two parties; the first one's end" in tables
    assert "| `answer` | yes | `grant` / `refuse` |" in tables
    assert "| `url` | yes | address, or null | Its address, or null. |" in tables


def test_no_entry_is_told_twice():
    titles = re.findall(r"^#### (.+)$", keys_reference(), re.MULTILINE)

    assert len(titles) == len(set(titles))


def test_a_guide_without_markers_is_refused():
    with pytest.raises(ValueError, match="lacks the markers of “keys”"):
        renewed("# A guide\n")


@pytest.mark.parametrize("name", ["README.md", "REFERENCE.md"])
def test_every_link_leads_somewhere(name: str):
    text = (SCENARIOS / name).read_text("utf-8")
    there = anchors(text)
    links = re.findall(r"\]\(([^)]+)\)", text)

    assert len(there) == len(set(there))
    assert len(links) > 5
    for target in links:
        if target.startswith("#"):
            assert target.removeprefix("#") in there
        else:
            assert (SCENARIOS / target).exists(), target
