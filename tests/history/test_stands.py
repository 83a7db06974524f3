"""Where each side stands against what it may give: what a delegate has said on a day must be his to say on that day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from game.authoring.loader import load, load_history, scenario_ids
from game.engine.engine import begin
from game.engine.history import history_until
from game.engine.party import Latitude
from game.engine.state import State

# Told, with the reasons, in scenarios/moscow-1945/NOTES.md under “Parties”.
EXCEPTIONS = {("troop-transport", "ussr", "1945-07-10"), ("railway-board", "ussr", "1945-07-10")}
# Invented, and so without a record of what was said.
WITHOUT_RECORD = ("first-session", "river-port")
ITS_OWN_TO_GIVE = (Latitude.FREE, Latitude.REPORT)

Stand = tuple[str, str, str]


def beyond(state: State, day: str) -> Iterator[Stand]:
    """Issue, party and day of each position that is not the party's to give under its instructions of that day."""
    agenda = state.scenario.agenda
    for party in agenda.parties:
        instructions = state.scenario.instructions_on(party.id, day)
        for issue, latitudes in zip(agenda.issues, instructions, strict=True):
            held = state.position(party.id, issue.id)
            if held is not None and latitudes[agenda.level(issue.id, held) - 1] not in ITS_OWN_TO_GIVE:
                yield issue.id, party.id, day


@pytest.mark.parametrize("name", scenario_ids())
def test_every_side_may_give_what_it_stands_at_when_a_meeting_opens(name: str) -> None:
    scenario, history = load(name), load_history(name)
    found = set(beyond(begin(scenario), scenario.agenda.meetings[0].date))
    meetings = scenario.agenda.meetings if history else scenario.agenda.meetings[:1]
    for meeting, following in pairwise(meetings):
        _, state = history_until(scenario, history, meeting.date)
        assert state is not None
        found |= set(beyond(state, following.date))
    assert found == {one for one in EXCEPTIONS if name in ("moscow-1945", "moscow-1945-07-10")}


@pytest.mark.parametrize("name", scenario_ids())
def test_every_side_may_give_what_it_stands_at_when_a_meeting_rises(name: str) -> None:
    scenario, history = load(name), load_history(name)
    stands = 0
    for meeting in scenario.agenda.meetings if history else ():
        _, state = history_until(scenario, history, meeting.date)
        assert state is not None
        assert set(beyond(state, meeting.date)) == set()
        stands += sum(state.position(party.id, issue.id) is not None for party in scenario.agenda.parties for issue in
                      scenario.agenda.issues)  # fmt: skip
    assert stands > 10 or name in WITHOUT_RECORD
