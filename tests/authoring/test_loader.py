"""The way in: by id, through what is kept, back from the canonical form, and what is refused."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import compiled, kept, loader
from game.engine.history import history_until
from game.engine.moves import Propose
from tests.authoring.copies import bad_scenarios, changed, copied

BAD = bad_scenarios()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the test scenarios, in use, with a cache of its own."""
    copied(tmp_path)
    monkeypatch.setenv("PLENIPO_DATA", str(tmp_path))
    monkeypatch.setenv("PLENIPO_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("PLENIPO_SCENARIOS", raising=False)
    monkeypatch.delenv("PLENIPO_SOURCES", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    return tmp_path


def forget() -> None:
    """Forget what this process has read, as a new one would."""
    kept.kept_scenario.cache_clear()
    kept.kept_source.cache_clear()
    kept._library.cache_clear()


def test_ids_are_those_of_the_folders(root: Path) -> None:
    assert loader.scenario_ids() == ("second-day", "small-table")
    assert loader.source_ids() == ("small-minutes",)


def test_folder_whose_name_is_no_id_is_passed_over(root: Path) -> None:
    for name in ("Capital", "nul", "a b", "x" * 41):
        (root / "scenarios" / name).mkdir()
        (root / "scenarios" / name / "scenario.yaml").write_text("id: a\n", "utf-8")
    assert loader.scenario_ids() == ("second-day", "small-table")


def test_link_that_leads_out_of_its_root_is_passed_over(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "scenario.yaml").write_text("id: linked\n", "utf-8")
    (root / "scenarios" / "linked").symlink_to(elsewhere)
    assert "linked" not in loader.scenario_ids()


def test_file_that_is_a_link_out_of_its_folder_is_refused(root: Path) -> None:
    secret = root / "secret.yaml"
    secret.write_text("claims: []\n", "utf-8")
    evidence = root / "scenarios" / "small-table" / "evidence.yaml"
    evidence.unlink()
    evidence.symlink_to(secret)
    with pytest.raises(loader.BrokenScenario) as caught:
        loader.load("small-table")
    assert "S101" in {one.code for one in caught.value.diagnostics}


@pytest.mark.parametrize("name", ["small-tabel", "../small-table", "", "/etc/passwd", "small-table\0", "x" * 5000])
def test_unknown_scenario_is_told_with_a_suggestion(root: Path, name: str) -> None:
    with pytest.raises(loader.UnknownScenario) as caught:
        loader.load(name)
    assert "there is no scenario" in str(caught.value)
    if name == "small-tabel":
        assert str(caught.value) == "there is no scenario “small-tabel”; did you mean “small-table”?"


def test_unknown_source_is_told_with_a_suggestion(root: Path) -> None:
    with pytest.raises(loader.UnknownSource, match="did you mean “small-minutes”"):
        loader.load_source("small-minute")


def test_broken_scenario_has_every_mistake(root: Path) -> None:
    for name in ("S110-misspelled-key", "S113-unknown-word"):
        changed(root, BAD[name]["changes"][0])
    for _ in range(2):  # read, then taken from what is kept
        forget()
        with pytest.raises(loader.BrokenScenario) as caught:
            loader.load("small-table")
        assert [one.code for one in caught.value.diagnostics] == ["S110", "S113"]
    assert [one.id for one in loader.summaries()] == []


def test_broken_source_has_its_mistakes(root: Path) -> None:
    changed(root, BAD["S408-beyond-the-text"]["changes"][0])
    with pytest.raises(loader.BrokenSource) as caught:
        loader.load_source("small-minutes")
    assert [one.code for one in caught.value.diagnostics] == ["S408"]


def test_scenario_taken_from_what_is_kept_is_the_same(root: Path) -> None:
    fresh = loader.load("second-day"), loader.load_history("second-day"), loader.load_source("small-minutes")
    forget()
    loader._built.cache_clear()
    assert (loader.load("second-day"), loader.load_history("second-day"), loader.load_source("small-minutes")) == fresh
    assert len(list((root / "cache" / "compiled").iterdir())) == 2


def test_changed_file_is_read_again(root: Path) -> None:
    assert loader.load("small-table").agenda.title == "A small table"
    path = root / "scenarios" / "small-table" / "scenario.yaml"
    path.write_text(path.read_text("utf-8").replace("A small table", "A smaller table"), "utf-8")
    assert loader.load("small-table").agenda.title == "A smaller table"
    forget()
    assert loader.load("second-day").agenda.title == "The second day"


@pytest.mark.parametrize("spoil", [b"", b"\xff\xfe", b"x\ny\nz\n", b"\n" * 9])
def test_spoiled_cache_is_worked_out_anew(root: Path, spoil: bytes) -> None:
    before = loader.canonical("small-table")
    for path in (root / "cache" / "compiled").iterdir():
        path.write_bytes(spoil)
    forget()
    assert loader.canonical("small-table") == before


def test_cut_off_cache_is_worked_out_anew(root: Path) -> None:
    before = loader.canonical("small-table")
    for path in (root / "cache" / "compiled").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    forget()
    assert loader.canonical("small-table") == before


def test_cache_that_can_not_be_written_is_done_without(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLENIPO_CACHE", str(root / "scenarios" / "small-table" / "scenario.yaml"))
    assert loader.load("small-table").id == "small-table"


def test_stamp_changes_with_any_file(root: Path) -> None:
    before = compiled.stamp([root / "scenarios"])
    path = root / "scenarios" / "small-table" / "events.yaml"
    facts = path.stat()
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
    assert compiled.stamp([root / "scenarios"]) != before


def test_digest_is_the_hash_of_the_canonical_form(root: Path) -> None:
    text = loader.canonical("small-table")
    assert loader.load("small-table").digest == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize("name", ["small-table", "second-day"])
def test_canonical_form_leads_back_to_the_scenario(root: Path, name: str) -> None:
    assert loader.from_canonical(loader.canonical(name)) == loader.load(name)


def test_canonical_form_needs_no_file(root: Path) -> None:
    text = loader.canonical("second-day")
    before = loader.from_canonical(text)
    for path in sorted(root.rglob("*.yaml")):
        path.unlink()
    loader._built.cache_clear()
    assert loader.from_canonical(text) == before


def test_comment_and_order_of_keys_do_not_change_the_digest(root: Path) -> None:
    before = loader.load("small-table").digest
    path = root / "scenarios" / "small-table" / "parties" / "ussr.yaml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("# a remark\n" + "\n".join([*lines[1:], lines[0]]) + "\n", "utf-8")
    assert loader.load("small-table").digest == before


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '"a"', "{}", '{"parties": []}', "[" * 100_000, '{"a": ' * 100_000, "9" * 6000],
)
def test_junk_is_no_canonical_form(text: str) -> None:
    with pytest.raises(loader.BrokenScenario):
        loader.from_canonical(text)


def test_canonical_form_that_is_too_large_is_not_parsed() -> None:
    with pytest.raises(loader.BrokenScenario, match="too large"):
        loader.from_canonical(" " * (loader.LARGEST_CASE + 1))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_canonical_form_with_a_part_cut_out_is_refused_or_stands(data: st.DataObject) -> None:
    whole = json.loads(CANONICAL)
    key = data.draw(st.sampled_from(sorted(whole)))
    whole[key] = data.draw(st.sampled_from([None, [], {}, "x", 3, [1], [{}], {"a": 1}]))
    try:
        loader.from_canonical(json.dumps(whole))
    except loader.BrokenScenario as refusal:
        assert refusal.diagnostics  # noqa: PT017


def _canonical() -> str:
    from game.authoring.library import Library
    from tests.authoring.copies import TESTS

    library = Library((TESTS / "scenarios",), (TESTS / "sources",))
    built = library.draft(library.folders["second-day"]).built
    assert built is not None
    return built.text


CANONICAL = _canonical()


def test_summaries_say_what_there_is(root: Path) -> None:
    second, small = loader.summaries()
    assert (small.id, small.title, small.date, small.issues, small.meetings) == (
        "small-table",
        "A small table",
        "1945-07-10",
        3,
        2,
    )
    assert small.chairs == (("china", "T. V. Soong"), ("ussr", "V. M. Molotov"))
    assert (second.date, second.issues, second.meetings) == ("1945-07-12", 2, 1)


def test_history_is_read_as_moves_with_their_passages(root: Path) -> None:
    (meeting,) = loader.load_history("small-table")
    assert (meeting.meeting, meeting.source, meeting.grain, len(meeting.moves)) == (
        "1945-07-10",
        "small-minutes",
        "minutes",
        8,
    )
    third = meeting.moves[2]
    assert isinstance(third.move, Propose)
    assert third.move.words == "why should the board be four and three?"
    assert (third.citation.line, third.citation.date, third.note) == (7, "1945-07-10", "A question, and a proposal.")


def test_a_move_told_in_other_words_has_its_page_and_no_words_of_its_own(root: Path) -> None:
    record = root / "scenarios/small-table/history/1945-07-10.yaml"
    quoted = '    line: 10\n    quote: "What of the guards?"\n'
    told = '    paraphrase: "He asked about the guards."\n    url: "https://example.org/talks"\n'
    text = record.read_text("utf-8")
    assert quoted in text
    record.write_text(text.replace(quoted, told), "utf-8")

    (meeting,) = loader.load_history("small-table")
    asked = meeting.moves[3]

    assert getattr(asked.move, "words", "") == ""
    assert (asked.citation.url, asked.citation.text) == ("https://example.org/talks", "He asked about the guards.")
    assert (asked.citation.verbatim, asked.citation.date) == (False, "1945-07-10")


def test_positions_after_a_day_are_those_history_reached(root: Path) -> None:
    state = loader.positions_after("small-table", "1945-07-10")
    assert [standing.status.value for standing in state.table] == ["open", "open", "agreed"]
    assert loader.positions_after("small-table", "1945-07-09").table[0].positions == (None, None)
    opening = loader.positions_after("second-day", "1945-07-12")
    assert opening.table[0].positions == ("parity", "soviet-majority")


def test_history_of_every_shipped_scenario_replays() -> None:
    names = [name for name in loader.scenario_ids() if name.startswith("moscow-1945")]
    assert len(names) == 6
    for name in names:
        scenario, history = loader.load(name), loader.load_history(name)
        steps, state = history_until(scenario, history, "1945-12-31")
        assert len(steps) > 10
        assert state is not None


LIGHT = """
import sys
from game.authoring import loader
loader.summaries(), loader.load("second-day"), loader.load_history("second-day"), loader.load_source("small-minutes")
print([name for name in ("pydantic", "yaml", "textual", "networkx") if name in sys.modules])
"""


def test_what_is_kept_is_had_without_reading_yaml(root: Path) -> None:
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["S202-unknown-option", "S501-illegal"])
def test_extension_of_a_broken_scenario_says_what_is_broken(name: str, root: Path) -> None:
    for change in BAD[name]["changes"]:
        changed(root, change)
    forget()
    with pytest.raises(loader.BrokenScenario) as refusal:
        loader.load("second-day")
    assert [(one.code, "small-table/" in one.path) for one in refusal.value.diagnostics] == [(name[:4], True)]


def test_load_wider_gives_the_scenario_a_night_is_a_part_of_with_its_record() -> None:
    found = loader.load_wider("moscow-1945-07-10")
    assert found is not None
    scenario, history = found
    assert scenario.id == "moscow-1945"
    assert [meeting.meeting for meeting in history][-1] == "1945-07-12"


@pytest.mark.parametrize("name", ["moscow-1945", "no-such-scenario"])
def test_load_wider_is_none_for_what_stands_by_itself(name: str) -> None:
    assert loader.load_wider(name) is None


def test_campaign_names_who_signed_what_followed_and_cites_it() -> None:
    """history.md, sections 2 and 4: Wang Shih-chieh, foreign minister after Soong, signed with Molotov."""
    settlement = loader.load("moscow-1945").settlement
    assert settlement is not None
    assert settlement.date == "1945-08-14"
    assert [(party, name) for party, name, _ in settlement.signed] == [
        ("china", "Wang Shih-chieh"),
        ("ussr", "V. M. Molotov"),
    ]
    assert len(settlement.attribution.citations) == 4
    assert loader.load("moscow-1945-07-12").settlement == settlement
