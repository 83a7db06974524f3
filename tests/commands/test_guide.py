"""The authoring guide, walked step by step as it stands: its files are written, checked, played, printed."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from game.plain.request import Request
from game.plain.run import run
from tests.commands.conftest import Said

Plenipo = Callable[..., Said]

GUIDE = (Path(__file__).parent.parent.parent / "scenarios" / "README.md").read_text("utf-8")
STEPS = GUIDE.split("## Ten steps")[1].split("\n## ")[0]
FILES = re.findall(r"^`([a-z/.]+)`\n\n```yaml\n(.*?)^```", STEPS, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", STEPS, re.DOTALL) for line in block.splitlines()]
NAME = "shared-hall"
PLAYED = {
    "drama": (
        ["argue people-come-on-fridays last-years-tickets", "propose A1=drama-every-friday A2=drama-on-two-days"],
        "propose A1=three-in-four A2=drama-carries whole",
    ),
    "judo": (
        ["telegram A1=drama-every-friday: For the mats.", "propose A1=three-in-four A2=drama-carries"],
        "propose A1=drama-every-friday A2=drama-on-two-days whole",
    ),
}
"""How each chair may be played: two lines to begin with, and the offer that is made until it is taken."""


@pytest.fixture
def own(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLENIPO_SCENARIOS", str(root / "own"))
    return root / "own" / NAME


def deleted() -> list[str]:
    """The files of the starter that the guide says to delete."""
    (sentence,) = re.findall(r"Delete ([^.]*(?:\.yaml[^.]*)+)\.", " ".join(STEPS.split()))
    return re.findall(r"`([a-z/]+\.yaml)`", sentence)


def written(own: Path, plenipo: Plenipo) -> list[Said]:
    """The folder as the guide has it written, and what the check said after each file."""
    assert plenipo(*shlex.split(COMMANDS[0])[1:]).code == 0
    assert len(deleted()) == 5
    for name in deleted():
        (own / name).unlink()
    checks = []
    for name, text in FILES:
        (own / name).write_text(text, "utf-8")
        checks.append(plenipo("check", NAME))
    return checks


def test_guide_has_ten_steps_and_all_its_files() -> None:
    assert re.findall(r"^\*\*(\d+)\. ", STEPS, re.MULTILINE) == [str(step) for step in range(1, 11)]
    assert [name for name, _ in FILES] == [
        *("scenario.yaml", "parties/drama.yaml", "parties/judo.yaml", "issues/hall.yaml", "evidence.yaml")
    ]


def test_check_says_after_each_file_what_the_guide_promises(own: Path, plenipo: Plenipo) -> None:
    *before, last = written(own, plenipo)

    assert [said.code for said in before] == [1, 1, 1, 1]
    # "That is a list of what is still to be written": the missing files, one fewer after each.
    assert [said.out.count("the file is missing") for said in before] == [3, 2, 1, 0]
    # "What the check still finds is in the starter's evidence.yaml".
    found = [line for line in before[-1].out.splitlines() if re.search(r"\[S\d+\]$", line)]
    assert found
    assert all("/evidence.yaml:" in line for line in found)
    assert (last.code, last.out.splitlines()[-1]) == (0, "no errors")


def test_commands_of_the_guide_do_what_they_say(own: Path, plenipo: Plenipo, root: Path) -> None:
    written(own, plenipo)
    others = [line for line in COMMANDS if " new " not in line and "--watch" not in line]
    assert len(others) == 5

    for line in others:
        said = plenipo(*shlex.split(line)[1:])
        # What a playtest finds depends on how well the delegates of the day play; that they settle does not.
        assert said.code == 0 or ("playtest" in line and said.code == 1), (line, said)
        if "playtest" in line:
            assert re.search(r"between counterparts: agreement in ([1-9]\d*) of \1 games", said.out)
    pages = {name: (root / f"{name}.html").read_text("utf-8") for name in ("drama", "judo", "key")}
    assert ["Key: both sides" in pages[name] for name in ("drama", "judo", "key")] == [False, False, True]


def test_the_game_the_guide_tells_is_the_one_played_below() -> None:
    told = " ".join(STEPS.split())
    opening, offer = PLAYED["drama"]

    assert all(f"“{line}”" in told for line in (*opening, offer))


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("party", PLAYED)
def test_the_scenario_of_the_guide_is_played_to_an_agreement_from_either_chair(
    party: str, seed: int, own: Path, plenipo: Plenipo
) -> None:
    written(own, plenipo)
    opening, offer = PLAYED[party]
    lines = [*opening, "yield", "yield", *[offer] * 5, "q", ""]
    out = io.StringIO()

    assert run(Request(scenario=NAME, party=party, seed=seed), io.StringIO("\n".join(lines)), out) == 0
    told = " ".join(out.getvalue().split())
    assert "The negotiation is over: an agreement, ratified by both principals." in told
    assert "DEBRIEF: The school hall" in told
    assert "Not possible" not in told
