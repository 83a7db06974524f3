"""The digest of a state: the same everywhere, different when anything differs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.engine import begin
from game.engine.ledger import Deed, Entry, Ledger
from game.engine.moves import Degree, Terms, Yield
from game.engine.package import Package
from game.engine.party import Latitude
from game.engine.state import (
    Agreement,
    Ending,
    EndingKind,
    Offer,
    OfferStatus,
    Standing,
    State,
    Telegram,
)
from game.record import digest as room
from game.record.digest import LONG, canonical, digest
from tests.builders import small
from tests.record.games import AFTERNOON, steps_of

ROOT = Path(__file__).parent.parent.parent

CHANGED = {
    "table": (Standing(("parity", None)),) * 4,
    "instructions": (((Latitude.FREE,),), ((Latitude.ASK,),)),
    "floor": "china",
    "opener": "china",
    "exchanges": 9,
    "length": 3,
    "meeting": 1,
    "ply": 1,
    "heard": 1,
    "speeches": 1,
    "spoken": 1,
    "supported": ("argue",),
    "offers": (Offer(1, "china", Package(), Terms.WHOLE, OfferStatus.OPEN, 1, Package()),),
    "ledger": Ledger([Entry(1, "china", Deed.HELD)]),
    "telegrams": (Telegram(1, "china", 0, 1, Package(), ""),),
    "asked": "railway-board",
    "rising": "china",
    "used": ("china:x:y",),
    "eased": (("china", "x", "y", "z"),),
    "happened": ("potsdam",),
    "verdicts": (True, None),
    "signed": True,
    "between": True,
    "ending": Ending(EndingKind.ADJOURNED),
}


def test_digest_has_sixteen_hex_digits():
    assert len(digest(begin(small()))) == 16
    assert int(digest(begin(small())), 16) >= 0


@pytest.mark.parametrize("field", [field.name for field in fields(State) if field.name != "scenario"])
def test_digest_differs_when_a_field_of_the_state_does(field):
    """A field added to State must be added here with another value than its default."""
    state = begin(small())
    assert digest(replace(state, **{field: CHANGED[field]})) != digest(state)


def test_digest_does_not_change_with_a_field_left_at_its_default():
    """So that a rule added later with a neutral default orphans no record: default fields are not in the text."""
    text = canonical(begin(small()))
    neutral = [field.name for field in fields(State) if field.default is not MISSING]
    assert len(neutral) > 10
    assert [name for name in neutral if f"{name}=" in text] == []


def test_canonical_text_can_not_pass_for_two_texts():
    assert canonical(("a", "b")) != canonical(("a,b",))
    assert canonical(("1'a",)) != canonical(("a",))


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "-"), (True, "yes"), (7, "7"), ("re", "2're"), ((1, None), "[1,-]"), (Degree.FINAL, "5'final")],
)
def test_canonical_text_of_a_value(value, text):
    assert canonical(value) == text


def test_canonical_of_a_set_is_refused():
    """A set has no order; a state that held one would have a digest of chance."""
    with pytest.raises(TypeError):
        canonical({1, 2})


def test_canonical_of_an_agreement_leaves_out_defaults():
    assert canonical(Agreement("parity", Degree.FINAL, 3)) == "{option=6'parity,degree=5'final,ply=3}"


def test_digest_in_other_processes_with_other_hash_seeds_is_the_same():
    asked = (
        "from tests.record.games import *; from game.record.digest import digest;"
        "print(*(digest(step.after) for step in steps_of(AFTERNOON)))"
    )
    here = [digest(step.after) for step in steps_of(AFTERNOON)]
    for seed in ("0", "1", "4711"):
        ran = subprocess.run(
            [sys.executable, "-c", asked],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.split() == here
    assert len(set(here)) == len(here)


def test_digest_of_equal_states_reached_twice_is_equal():
    yielded = steps_of((Yield("ussr"),))
    assert digest(yielded[0].after) == digest(steps_of((Yield("ussr"),))[0].after)


@dataclass(frozen=True)
class Part:
    """A part of a state with the fields of a line of the ledger."""

    ply: int
    by: str
    deed: Deed
    issue: str = ""
    option: str = ""
    note: str = ""


@given(st.builds(Part, st.integers(0, 10**6), st.text(), st.sampled_from(Deed), st.text(), st.text(), st.text()))
def test_canonical_of_a_line_of_the_ledger_is_that_of_any_part_with_its_fields(part):
    """The same bytes, made faster: a part is told by its fields, those at their default left out."""
    assert canonical(Entry(**vars(part))) == canonical(part)


def afresh(monkeypatch, state):
    """The digest worked out with nothing remembered."""
    with monkeypatch.context() as patch:
        patch.setattr(room, "_remembered", ())
        patch.setattr(room, "_written", ())
        patch.setattr(room, "_digests", {})
        return digest(state)


def test_digest_of_a_growing_ledger_is_that_of_the_same_ledger_told_at_once(monkeypatch):
    """What was put into text a ply ago is gone on from; another ledger of the same length is not taken for it."""
    lines = [Entry(ply, "china", Deed.HELD, "railway-board") for ply in range(3 * LONG)]
    states = [replace(begin(small()), ledger=Ledger(lines[:length])) for length in range(len(lines))]
    grown = [digest(state) for state in states]
    other = replace(states[-1], ledger=Ledger([*lines[:-3], Entry(0, "ussr", Deed.HELD), lines[-2]]))
    assert afresh(monkeypatch, states[-1]) == grown[-1]
    assert afresh(monkeypatch, states[LONG + 5]) == grown[LONG + 5]
    assert digest(other) not in grown
    assert digest(other) == afresh(monkeypatch, other)
    assert len(set(grown)) == len(grown)


def test_digest_of_a_long_table_with_some_parts_changed_is_that_of_the_same_table_told_at_once(monkeypatch):
    table = tuple(Standing((f"option-{place}", None)) for place in range(2 * LONG))
    told = []
    for place in range(0, 2 * LONG, 5):
        table = (*table[:place], Standing((None, "other")), *table[place + 1 :])
        state = replace(begin(small()), table=table)
        told.append(digest(state))
        assert told[-1] == afresh(monkeypatch, state)
    assert len(set(told)) == len(told)


def test_digest_is_worked_out_once_for_a_state_and_forgotten_with_it(monkeypatch):
    told = []
    monkeypatch.setattr(room, "_pieces", lambda value: told.append(value) or [b"text"])
    state = replace(begin(small()), ply=77)
    held = len(room._digests)
    assert digest(state) == digest(state)
    assert len(told) == 1
    assert len(room._digests) == held + 1
    told.clear()
    del state
    assert len(room._digests) == held
