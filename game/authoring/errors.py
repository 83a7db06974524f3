"""Why a scenario or a source can't be had. Both say it in a sentence that can be shown as it stands."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.diagnostics import Diagnostic, render, suggestion


class Unknown(Exception):
    """Nothing of that id is kept; ``hint`` names the nearest that is."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.hint = suggestion(name, known)
        super().__init__(f"there is no {what} “{name}”" + (f"; {self.hint}" if self.hint else ""))


class UnknownScenario(Unknown):
    """There is no scenario of that id."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__("scenario", name, known)


class UnknownSource(Unknown):
    """There is no source of that id."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__("source", name, known)


class Broken(Exception):
    """It is there, but has mistakes; ``diagnostics`` are all of them."""

    def __init__(self, what: str, name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.name = name
        self.diagnostics = diagnostics
        first = f": {render(diagnostics[0])}" if diagnostics else ""
        count = "a mistake" if len(diagnostics) == 1 else f"{len(diagnostics)} mistakes"
        super().__init__(f"the {what} “{name}” has {count}{first}")


class BrokenScenario(Broken):
    """The scenario has mistakes."""

    def __init__(self, name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("scenario", name, diagnostics)


class BrokenSource(Broken):
    """The source has mistakes."""

    def __init__(self, name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("source", name, diagnostics)
