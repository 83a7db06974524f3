"""What is used of Textual that Textual does not promise to keep: each name, and what it is for.

A new version of Textual that drops one of them fails here, by name, before anything else fails in words of its own.
``pyproject.toml`` keeps to one line of versions for the same reason.
"""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import game.ui

ROOM = Path(game.ui.__file__).parent
OWN = {
    "_bindings": ("textual.screen:Screen", "the palette lists the keys of a screen"),
    "_close_messages_no_wait": ("textual.app:App", "a crash ends the app in good order"),
    "_exception": ("textual.app:App", "a crash is known to a test's pilot"),
    "_exception_event": ("textual.app:App", "a crash is known to a test's pilot"),
    "_exit": ("textual.app:App", "what is typed after leaving is dropped"),
    "_handle_exception": ("textual.app:App", "a crash shows two plain lines instead of a traceback"),
    "_input_reader": ("textual.drivers.web_driver:WebDriver", "Esc from a browser is looked at when it is due"),
    "_return_code": ("textual.app:App", "a crash ends with its own exit code"),
    "_scroll_update": ("textual.scroll_view:ScrollView", "a list tells its bar how much there is"),
    "_size": ("textual.scroll_view:ScrollView", "a list knows whether a layout gives it another size"),
    "_size_updated": ("textual.scroll_view:ScrollView", "a list scrolls before it is painted, not after"),
    "_start_widget": ("textual.app:App", "a list has a bar of its own kind"),
    "_vertical_scrollbar": ("textual.widget:Widget", "a list has a bar of its own kind"),
}
"""Names with an underscore, whose they are, and what is lost without them."""
MODULES = {"textual._xterm_parser": "XTermParser"}
"""Modules with an underscore, and what is taken from them."""


def trees():
    """The modules of the room, read."""
    return [ast.parse(path.read_text("utf-8")) for path in sorted(ROOM.rglob("*.py"))]


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@pytest.mark.parametrize("name", sorted(OWN))
def test_name_that_textual_does_not_promise_is_still_there(name):
    place, purpose = OWN[name]
    module, _, whose = place.partition(":")
    found = getattr(import_module(module), whose)
    theirs = "".join(inspect.getsource(one) for one in found.__mro__ if one.__module__.startswith("textual"))
    assert f"self.{name}" in theirs or f"def {name}(" in theirs, (
        f"Textual has no {whose}.{name} any more ({purpose}). Find another way, or keep to the version before."
    )


@pytest.mark.parametrize("name", sorted(MODULES))
def test_module_that_textual_does_not_promise_is_still_there(name):
    assert hasattr(import_module(name), MODULES[name])


def test_every_name_of_textual_with_an_underscore_is_on_the_list():
    used, ours, modules = set(), set(), set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("textual._"):
                modules.add(node.module)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                ours.add(node.name)
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
                ours |= {target.id for target in targets if isinstance(target, ast.Name)}
            if isinstance(node, ast.Attribute) and private(node.attr):
                (ours if isinstance(node.ctx, ast.Store) else used).add(node.attr)
    assert used - ours <= OWN.keys(), "used of Textual, and not on the list above"
    assert modules == MODULES.keys()
    assert OWN.keys() <= used | ours, "on the list above, and not used any more"
