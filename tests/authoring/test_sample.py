"""What a second reader is given: values drawn by seed, each with the passage it rests on in its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.library import Library
from game.authoring.sample import Value, drawn, founded, rendered
from game.engine.evidence import Basis
from game.paths import scenarios_folders, sources_folders
from tests.authoring.copies import TESTS

SMALL = Library((TESTS / "scenarios",), (TESTS / "sources",))


@pytest.fixture(scope="module")
def shipped() -> tuple[Library, tuple[Value, ...]]:
    library = Library(scenarios_folders(), sources_folders())
    return library, tuple(founded(library, library.folders.values()))


def test_same_seed_draws_the_same_and_another_something_else(shipped: tuple[Library, tuple[Value, ...]]) -> None:
    _, values = shipped
    assert drawn(values, 40, 7) == drawn(values, 40, 7)
    assert drawn(values, 40, 7) != drawn(values, 40, 8)
    assert len(set(drawn(values, 40, 7))) == 40


def test_more_than_there_is_draws_everything_once() -> None:
    values = tuple(founded(SMALL, SMALL.folders.values()))
    assert sorted(drawn(values, 10_000, 1), key=repr) == sorted(values, key=repr)


def test_every_basis_can_be_drawn(shipped: tuple[Library, tuple[Value, ...]]) -> None:
    _, values = shipped
    assert {value.basis for value in values} == set(Basis)
    assert {value.basis for seed in range(20) for value in drawn(values, 10, seed)} == set(Basis)


def test_every_kind_of_file_can_be_drawn(shipped: tuple[Library, tuple[Value, ...]]) -> None:
    _, values = shipped
    files = {Path(value.path).name for value in values} | {Path(value.path).parent.name for value in values}
    assert {"evidence.yaml", "linkages.yaml", "events.yaml", "disputes.yaml", "issues", "parties", "history"} <= files


def test_every_value_says_what_it_rests_on(shipped: tuple[Library, tuple[Value, ...]]) -> None:
    library, values = shipped
    for value in values:
        assert value.passages or value.pages or value.why, value
        assert all(passage.source in library.documents for passage in value.passages), value


def test_value_stands_at_its_line_with_its_passage_in_the_document() -> None:
    values = [value for value in founded(SMALL, SMALL.folders.values()) if value.key == "issues[0].options[2]"]
    option = next(value for value in values if value.path.endswith("railways.yaml"))
    text = (TESTS / "scenarios" / "small-table" / "issues" / "railways.yaml").read_text("utf-8").splitlines()
    assert "id: soviet-majority" in text[option.line - 1]
    assert option.of == "code: D8; id: railway-board; question: Who has the majority on the railway's board?"
    printed = rendered([option], SMALL.documents)
    (passage,) = option.passages
    document = SMALL.documents[passage.source].lines
    assert f"“{passage.quote}”" in printed
    marked = [line for line in printed.splitlines() if line.strip().startswith(">")]
    assert [line.split()[1] for line in marked] == [str(passage.line)]
    around = [line for line in document[: passage.line - 1] if line.strip()][-2:]
    assert all(line.strip()[:60] in printed for line in around)
