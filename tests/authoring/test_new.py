"""The starter of ``plenipo new``: it checks clean, it plays, and what its remarks say is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import loader
from game.authoring.library import Library
from game.authoring.new import STARTER, CannotStart, start
from game.engine.issues import Tier
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.scenario import Scenario
from game.engine.worth import worth
from game.simulate.runner import Seating, play
from tests.authoring.test_json_schema import HEADER, KEPT, kind_of, mistakes, read

HALFWAY = {"first-draw": "by-turns", "pipe": "equal-shares", "term": "five-years"}
EXCHANGE = {"first-draw": "hillside-first", "pipe": "hillside-pays"}
FILES = [path.relative_to(STARTER) for path in sorted(STARTER.rglob("*.yaml"))]


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a scenario just started, in use."""
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(tmp_path / "own"))
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    return start("two-villages", tmp_path / "own", ())


@pytest.fixture
def villages(begun: Path) -> Scenario:
    return loader.load("two-villages")


def problems(folder: Path) -> list[str]:
    return [str(one) for one in Library((folder.parent,), ()).problems(folder)]


def test_starter_has_a_file_of_each_kind_an_author_begins_with():
    kinds = {path.parent.name or path.stem for path in FILES}
    assert kinds == {"scenario", "parties", "issues", "evidence", "linkages", "events"}


def test_starter_checks_clean_under_the_id_asked_for(begun: Path):
    assert problems(begun) == []
    assert all("your-scenario" not in path.read_text("utf-8") for path in begun.rglob("*.yaml"))


@pytest.mark.parametrize("id", ["1945", "no", "0x1f", "null", "a" * 40])
def test_id_that_yaml_would_read_as_something_else_checks_clean(id: str, tmp_path: Path):
    assert problems(start(id, tmp_path, ())) == []


@pytest.mark.parametrize("path", FILES, ids=str)
def test_first_line_names_a_schema_beside_the_scenario_that_the_file_satisfies(path: Path, begun: Path):
    file = begun / path
    first = file.read_text("utf-8").split("\n", 1)[0]
    schema = (file.parent / first.removeprefix(HEADER)).resolve()

    assert schema.parent == begun.parent.resolve() / "schema"
    assert schema.read_bytes() == (KEPT / f"{kind_of(file)}.schema.json").read_bytes()
    assert mistakes(kind_of(file), read(file, path.name).value) == []


def test_two_delegates_play_it_to_an_end_and_can_agree(villages: Scenario):
    seating = Seating((("hillside", "counterpart"), ("lowmead", "counterpart")))
    endings = [play(villages, seating, seed).ending.value for seed in range(1, 5)]

    assert "agreement" in endings


@pytest.mark.parametrize("party", ["hillside", "lowmead"])
def test_halfway_is_worth_what_the_files_say_and_the_exchange_more(party: str, villages: Scenario):
    stakes = villages.stake(party)
    halfway = worth(villages.agenda, stakes, Package.of(HALFWAY))

    # By hand, of 100 points in all: 30 + 10 + 5 for either side; each figure is rounded down on the scale of 1000.
    assert halfway == pytest.approx(450, abs=3)
    assert stakes.reservation == 460
    assert halfway < stakes.reservation < worth(villages.agenda, stakes, Package.of(EXCHANGE))


def test_instructions_and_lines_are_those_the_remarks_describe(villages: Scenario):
    latitudes = {
        stake.party: {latitude for entry in stake.instructions for latitude in entry.latitudes}
        for stake in villages.stakes
    }

    assert {party.id: party.line for party in villages.agenda.parties} == {
        "hillside": Line.TELEGRAM,
        "lowmead": Line.CORRIDOR,
    }
    assert latitudes["hillside"] == {Latitude.FREE, Latitude.REPORT, Latitude.FORBIDDEN}
    assert latitudes["lowmead"] == {Latitude.FREE, Latitude.ASK, Latitude.FORBIDDEN}
    assert [issue.tier for issue in villages.agenda.issues] == [Tier.CORE, Tier.CORE, Tier.PROCEDURE]
    assert villages.agenda.summary.startswith("Invented:")


@pytest.mark.parametrize("name", ["evidence.yaml", "linkages.yaml", "events.yaml"])
def test_file_that_may_be_deleted_is_not_missed(name: str, begun: Path):
    assert "This file may be deleted" in (begun / name).read_text("utf-8")
    (begun / name).unlink()
    assert problems(begun) == []


@pytest.mark.parametrize(("name", "key"), [("scenario.yaml", "exchanges_note:"), ("parties/hillside.yaml", "people:")])
def test_key_that_may_be_left_out_is_not_missed(name: str, key: str, begun: Path):
    lines = (begun / name).read_text("utf-8").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith(key))
    after = next(number for number in range(first + 1, len(lines)) if not lines[number].startswith(" "))
    (begun / name).write_text("".join(lines[:first] + lines[after:]), "utf-8")

    assert "may be left out" in lines[first - 1]
    assert problems(begun) == []


@pytest.mark.parametrize(
    "id", ["", "Two", "../two", "two villages", "nul", "a" * 41, "zwei-dörfer", "schema", "sources"]
)
def test_id_that_can_not_be_one_is_refused_and_nothing_written(id: str, tmp_path: Path):
    with pytest.raises(CannotStart, match="can't be the id of a scenario"):
        start(id, tmp_path / "own", ())
    assert list(tmp_path.iterdir()) == []


def test_scenario_that_is_there_is_left_alone(begun: Path):
    (begun / "scenario.yaml").write_text("mine", "utf-8")

    with pytest.raises(CannotStart, match=r"there is something at .*two-villages already; choose another id"):
        start("two-villages", begun.parent, ())
    with pytest.raises(CannotStart, match="there is a scenario “first-session” already"):
        start("first-session", begun.parent, ("first-session",))
    assert (begun / "scenario.yaml").read_text("utf-8") == "mine"


def test_schema_of_an_earlier_version_is_renewed(begun: Path):
    old = begun.parent / "schema" / "issues.schema.json"
    old.write_text("{}", "utf-8")
    start("another", begun.parent, ())

    assert old.read_bytes() == (KEPT / "issues.schema.json").read_bytes()


def test_folder_half_written_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "scenario.yaml")

    monkeypatch.setattr("game.authoring.new._write_starter", full)
    with pytest.raises(OSError, match="No space left"):
        start("two-villages", tmp_path, ())
    assert not (tmp_path / "two-villages").exists()
