"""Issue by issue: who signed. Names and offices are those of scenario.yaml."""

from types import SimpleNamespace

from game.authoring.loader import load
from game.debrief.sections.issues import _signing


def test_who_signed_is_told_side_by_side():
    found = SimpleNamespace(state=SimpleNamespace(scenario=load("portsmouth-1905")))
    assert _signing(found)[0].text == (
        "The Treaty of Portsmouth of 5 September 1905 was signed for the Japanese side by Komura Jutaro, Minister for "
        "Foreign Affairs, and Takahira Kogoro, Minister at Washington; for the Russian side by Sergei Witte, President "
        "of the Committee of Ministers, and Roman Rosen, Ambassador at Washington."
    )
