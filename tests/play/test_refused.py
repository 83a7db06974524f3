"""What the other side has refused: by issue and in a package, until it accepts it after all."""

from __future__ import annotations

from game.engine.moves import Accept, Propose, Reject, Responsibility, Terms, Yield
from game.engine.package import Package
from game.play.refused import refused
from tests.play.test_cables import played

PARITY = Package.of({"railway-board": "parity"})


def test_refused_names_the_option_held_when_the_issue_was_refused():
    session = played(Yield("ussr"), Propose("china", PARITY))
    session.play(Reject("ussr", ("railway-board",)))
    assert refused(session, "china") == {("railway-board", "parity"): ()}
    assert refused(session, "ussr") == {}


def test_refused_package_names_all_its_options():
    both = Package.of({"railway-board": "parity", "dairen-status": "free-port"})
    session = played(Yield("ussr"), Propose("china", both, Terms.WHOLE), Reject("ussr", offer=1))
    assert set(refused(session, "china")) == {("railway-board", "parity"), ("dairen-status", "free-port")}


def test_refused_and_accepted_since_is_refused_no_more():
    session = played(
        Yield("ussr"),
        Propose("china", Package.of({"railway-board": "joint-board"})),
        Reject("ussr", ("railway-board",)),
    )
    assert refused(session, "china")
    session.play(Accept("ussr", Package.of({"railway-board": "joint-board"}), responsibility=Responsibility.OWN))
    assert refused(session, "china") == {}
