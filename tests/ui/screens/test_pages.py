"""The dossier's pages of real scenarios: who sits where, and what stands behind an instruction."""

from __future__ import annotations

import pytest

from game.authoring.loader import load
from game.engine.engine import begin
from game.engine.view import view
from game.ui.screens import pages
from tests.ui.standins import StandInArchive


def lines(blocks) -> list[str]:
    return [f"{block.lead.plain}{block.body.plain} {block.tail.plain}".rstrip() for block in blocks]


def seen(scenario: str, party: str):
    return view(begin(load(scenario)), party)


@pytest.mark.parametrize(("party", "mine", "theirs"), [("russia", "Sergei Witte", "Baron Komura")])
def test_people_say_which_chair_is_yours(party, mine, theirs):
    text = lines(pages.people(seen("portsmouth-1905", party)))
    assert next(line for line in text if line.strip().startswith(mine) and "chair" in line).endswith("your chair")
    assert next(line for line in text if line.strip().startswith(theirs) and "opposite" in line)
    assert not any("player" in line for line in text)


def test_people_with_long_names_have_their_office_on_a_line_of_its_own():
    text = lines(pages.people(seen("portsmouth-1905", "russia")))
    place = next(n for n, line in enumerate(text) if "Сергей Юльевич Витте" in line)
    assert text[place + 1] == "    First plenipotentiary"


def test_documents_of_a_scenario_that_keeps_none_say_so():
    for scenario, party, word in (
        ("portsmouth-1905", "russia", "after outside works"),
        ("river-port", "tarnfield", "Nothing here"),
    ):
        assert word in " ".join(lines(pages.documents(seen(scenario, party), StandInArchive())))


def test_instruction_told_after_an_outside_work_names_it():
    text = " ".join(lines(pages.instructions(seen("portsmouth-1905", "russia"))))
    assert "≈ On the transfer of the lease Russia is ready to negotiate, with conditions." in text
    assert "JACAR, commentary on the Russian reply of 12 August" in text


def test_line_home_has_the_scenarios_word_for_a_message():
    chairs = [seen("river-port", "lindmouth"), seen("river-port", "tarnfield")]
    lindmouth, tarnfield = (" ".join(lines(pages.situation(one))) for one in chairs)
    assert "Lindmouth town council is reached by e-mail; the answer comes after the sitting." in lindmouth
    assert "Lena Osei is reached by telephone call, and answers at once." in tarnfield
    assert "telegram" not in lindmouth + tarnfield
