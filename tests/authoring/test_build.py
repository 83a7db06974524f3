"""From the small test scenario to the engine's objects, compared with its files by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.build import build
from game.authoring.build.agenda import day_in_words
from game.authoring.drafts import Built
from game.authoring.library import Library
from game.engine.engine import begin
from game.engine.evidence import Basis, Strength
from game.engine.issues import LinkageKind, Tier
from game.engine.package import Package
from game.engine.party import Latitude, Line
from game.engine.scenario import Opening, Scenario
from game.engine.view import view
from game.engine.worth import worth
from tests.authoring.copies import TESTS, copied

F, R, A, X = Latitude.FREE, Latitude.REPORT, Latitude.ASK, Latitude.FORBIDDEN


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((TESTS / "scenarios",), (TESTS / "sources",))


def built(library: Library, name: str) -> Built:
    found = library.draft(library.folders[name]).built
    assert found is not None
    return found


@pytest.fixture(scope="module")
def small(library: Library) -> Scenario:
    return built(library, "small-table").scenario


@pytest.fixture(scope="module")
def second(library: Library) -> Scenario:
    return built(library, "second-day").scenario


def test_levels_and_positions_come_from_the_order_of_options(small: Scenario) -> None:
    board = small.agenda.issue("railway-board")
    assert [(one.id, one.level, one.positions) for one in board.options] == [
        ("parity", 1, (1,)),
        ("rotating-chair", 2, ()),
        ("soviet-majority", 3, (2,)),
    ]
    assert (board.code, board.head, board.tier) == ("D8", "railways", Tier.CORE)


def test_issues_stand_in_the_order_of_the_heads(small: Scenario) -> None:
    assert [issue.code for issue in small.agenda.issues] == ["D8", "D5", "E1"]


def test_instructions_become_a_latitude_for_each_option_in_order(small: Scenario) -> None:
    assert small.instructions_on("china", "1945-07-10") == ((F, R, X), (F, A), (F, X))
    assert small.instructions_on("china", "1945-07-12") == ((F, F, A), (F, A), (F, X))
    assert small.instructions_on("ussr", "1945-07-10") == ((A, R, F), (R, F), (F, F))


def test_points_are_rescaled_with_the_sweetener(small: Scenario) -> None:
    # China: 60 + 36 + 14 and the sweetener's 10 make 120. 500, 300, 116 2/3 and 83 1/3: the unit missing goes to 2/3.
    china = small.stake("china")
    assert china.points == ((500, 250, 0), (300, 0), (117, 0))
    assert [(one.linkage, one.points) for one in china.sweeteners] == [("guards-sweeten-parity", 83)]
    best = Package.of({"railway-board": "parity", "railway-guards": "chinese", "dairen-status": "free-port"})
    assert worth(small.agenda, china, best) == 1000
    # The Soviet side: 60 + 36 + 14 = 110: 545 5/11, 327 3/11, 127 3/11; 20 is 181 9/11.
    assert small.stake("ussr").points == ((0, 181, 546), (0, 327), (0, 127))


def test_passages_of_a_claim_are_numbered_and_grounds_keep_their_names(small: Scenario) -> None:
    claim = small.claim("parity-in-1924")
    assert claim is not None
    assert [(one.id, one.strength, one.since) for one in claim.passages] == [
        ("p1", Strength.WEAK, "1945-07-10"),
        ("g11-agreement", Strength.STRONG, "1924-05-31"),
    ]
    assert claim.passages[0].attribution.citations[0].line == 8
    assert claim.passages[1].attribution.basis is Basis.REPORTED
    assert claim.passages[1].attribution.citations[0].url == "https://example.org/1924"
    assert claim.eases == (("railway-board", "parity"),)
    assert claim.answer is not None
    assert (claim.answer.by, claim.answer.citation.line) == ("ussr", 10)
    assert claim.truth == "True. (https://example.org/1924)"


def test_linkages_events_disputes_and_benchmarks_are_kept(small: Scenario) -> None:
    kinds = [(one.id, one.kind, one.other) for one in small.agenda.linkages]
    assert kinds == [
        ("guards-sweeten-parity", LinkageKind.SWEETENS, "railway-board"),
        ("soviet-port-excludes-chinese-guards", LinkageKind.EXCLUDES, "railway-guards"),
        ("board-first", LinkageKind.STATEMENT, ""),
    ]
    assert [(one.id, one.date) for one in small.events] == [("letter", "1945-07-01"), ("rain", "1945-07-11")]
    assert [(one.id, one.issue) for one in small.disputes] == [
        ("how-many", "railway-board"),
        ("railway-board-1", "railway-board"),
    ]
    board, guards = small.benchmark("railway-board"), small.benchmark("railway-guards")
    assert board is not None
    assert guards is not None
    assert (board.option, board.nearer, board.instrument, board.seen) == ("parity", "china", "I-4", True)
    assert (guards.option, guards.instrument, guards.seen, guards.url) == (None, "", False, "")
    assert small.benchmark("dairen-status") is None


def test_event_of_a_talk_is_told_only_in_a_scenario_that_opens_after_it(small: Scenario, second: Scenario) -> None:
    assert "handshake" not in {one.id for one in small.events}
    assert [one.id for one in second.events] == ["letter", "handshake", "rain"]


def test_quotation_without_a_date_is_dated_by_its_source(small: Scenario) -> None:
    assert small.disputes[0].readings[0].citation.date == "1945-07-10"


def test_parties_and_meetings_are_as_written(small: Scenario) -> None:
    china = small.agenda.party("china")
    assert (china.seat, china.principal, china.line) == ("T. V. Soong", "Chiang Kai-shek", Line.TELEGRAM)
    assert china.people[0].native == "宋子文"
    first, second = small.agenda.meetings
    assert (first.title, first.begins, first.ends, first.chair("ussr")) == (
        "Tuesday 10 July 1945",
        "14:00",
        "16:00",
        "V. M. Molotov",
    )
    assert (second.begins, second.grain, second.chair("ussr")) == ("", "cable", "J. V. Stalin")


def test_extension_keeps_its_part_and_opens_where_history_stood(second: Scenario) -> None:
    assert [issue.code for issue in second.agenda.issues] == ["D8", "D5"]
    assert [meeting.id for meeting in second.agenda.meetings] == ["1945-07-12"]
    assert [head.id for head in second.agenda.heads] == ["railways"]
    assert [one.id for one in second.agenda.linkages] == ["guards-sweeten-parity", "board-first"]
    assert second.minutes == ()
    # By the record of 10 July: both boards proposed; guards proposed by China and put off by the other side.
    assert second.opening == (Opening(("parity", "soviet-majority"), "open"), Opening(("chinese", None), "open"))


def test_extension_is_rescaled_by_itself(second: Scenario) -> None:
    # 60 + 36 + 10 = 106: 566 4/106, 339 66/106 and 94 36/106; the unit missing goes to 66/106.
    china = second.stake("china")
    assert china.points == ((566, 283, 0), (340, 0))
    assert china.sweeteners[0].points == 94


def test_extension_overrides_reservation_and_brief_where_it_says_so(second: Scenario, small: Scenario) -> None:
    assert (second.stake("china").reservation, second.stake("ussr").reservation) == (350, 300)
    assert second.stake("ussr").brief == "You are Molotov, beside Stalin."
    assert second.stake("china").brief == small.stake("china").brief


def test_built_scenario_can_be_begun_and_viewed(second: Scenario) -> None:
    state = begin(second)
    assert view(state, "china").mine("railway-board") == "parity"
    assert view(state, "ussr").theirs("railway-guards") == "chinese"


def test_day_is_said_in_words() -> None:
    assert day_in_words("1945-07-02") == "Monday 2 July 1945"
    assert day_in_words("1945-12-31") == "Monday 31 December 1945"


def test_a_form_kept_when_the_key_was_called_august_still_tells_what_was_settled(library: Library) -> None:
    # Saved games keep their scenario as it was: those of the first version have the older name of the key.
    case = json.loads(built(library, "small-table").text)
    older = [{("august" if key == "settled" else key): one for key, one in issue.items()} for issue in case["issues"]]
    assert any("august" in issue for issue in older)

    assert build({**case, "issues": older}, "").benchmarks == build(case, "").benchmarks != ()


def test_a_work_of_the_catalogue_is_named_with_the_place_in_it_wherever_it_is_cited(tmp_path: Path) -> None:
    root = copied(tmp_path)
    scenario, ussr = (root / "scenarios/small-table" / name for name in ("scenario.yaml", "parties/ussr.yaml"))
    lives = '  lives: {title: "Lives of Diplomats (1950)", url: "https://example.org/lives"}\n'
    works = f'works:\n{lives}  memoir: {{title: "A Memoir"}}\n'
    scenario.write_text(scenario.read_text("utf-8") + works, "utf-8")
    told = 'citations: [{work: memoir, at: "page 7", paraphrase: "He waited."}], work: lives}'
    text = ussr.read_text("utf-8").replace('why: "made for tests"}\nreservation', f"{told}\nreservation")
    ussr.write_text(text.replace('text: "Wait.", basis: invented', 'text: "Wait.", basis: reported'), "utf-8")
    library = Library((root / "scenarios",), (root / "sources",))

    said = built(library, "small-table").scenario.stake("ussr").alternative_attribution.citations

    assert [(one.title, one.url, one.paraphrase) for one in said] == [
        ("A Memoir, page 7", "", "He waited."),
        ("Lives of Diplomats (1950)", "https://example.org/lives", "Wait."),
    ]
