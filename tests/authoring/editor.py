"""An editor that knows the YAML language server, as far as a test needs one: it opens a file and asks about it."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""Seconds to wait for one answer: a first answer on a busy machine reads the whole schema."""
SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
VARIABLE = "PLENIPO_YAML_LANGUAGE_SERVER"
HOW_TO = f"no yaml-language-server: “npm install yaml-language-server”, and name node_modules/.bin/… in {VARIABLE}"


def server() -> str | None:
    """The language server's program: what the environment names, else what is on the path; None where there is none."""
    return os.environ.get(VARIABLE) or shutil.which("yaml-language-server")


class Editor:
    """A conversation with a language server over its standard input and output."""

    def __init__(self, program: str, root: Path) -> None:
        self._server = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
        )
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        self._opened = 0
        threading.Thread(target=self._listen, daemon=True).start()
        abilities = {"textDocument": {"completion": {}, "hover": {}}, "workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": abilities})
        self._say({"method": "initialized", "params": {}})
        self._say({"method": "workspace/didChangeConfiguration", "params": {"settings": {"yaml": SETTINGS}}})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.wait()

    def open(self, path: Path, text: str) -> Opened:
        """A file beside ``path`` with this text, opened; it need not be on disk."""
        self._opened += 1
        uri = path.with_name(f"{path.stem}-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._say({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        told = self._wait(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        )
        found = told["params"]["diagnostics"]
        return Opened(self, uri, [(one["range"]["start"]["line"] + 1, one["message"]) for one in found])

    def ask(self, method: str, given: dict[str, Any]) -> Any:
        """Ask something, and wait for the answer."""
        self._number += 1
        number = self._number
        self._say({"id": number, "method": method, "params": given})
        return self._wait(lambda one: one.get("id") == number and "result" in one)["result"]

    def _wait(self, wanted: Any) -> dict[str, Any]:
        """The next message that is wanted; what the server asks meanwhile is answered. TimeoutError."""
        until = time.monotonic() + PATIENCE
        while (left := until - time.monotonic()) > 0:
            try:
                one = self._heard.get(timeout=left)
            except queue.Empty:
                break
            if "method" in one and "id" in one:
                items = one.get("params", {}).get("items", []) if one["method"] == "workspace/configuration" else None
                answers = [SETTINGS if item.get("section") == "yaml" else None for item in items or ()]
                self._say({"id": one["id"], "result": answers if items is not None else None})
            elif wanted(one):
                return one
        raise TimeoutError("the language server did not answer")

    def _say(self, message: dict[str, Any]) -> None:
        assert self._server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _listen(self) -> None:
        assert self._server.stdout is not None
        while True:
            length = 0
            while (line := self._server.stdout.readline().strip()) or not length:
                if not line and self._server.poll() is not None:
                    return
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            self._heard.put(json.loads(self._server.stdout.read(length)))


@dataclass(frozen=True)
class Opened:
    """A file in the editor. ``mistakes`` are underlined: the line (from 1) and the words of each."""

    editor: Editor
    uri: str
    mistakes: list[tuple[int, str]]

    def completions(self, line: int, column: int) -> dict[str, str]:
        """What the editor would offer at a place (from 1): each word, with what is said of it."""
        found = self.editor.ask("textDocument/completion", self._place(line, column))
        items = found.get("items", []) if isinstance(found, dict) else found or []
        return {one["label"]: _plain(one.get("documentation", "")) for one in items}

    def hover(self, line: int, column: int) -> str:
        """What the editor would say of the word at a place (from 1)."""
        found = self.editor.ask("textDocument/hover", self._place(line, column))
        return _plain(found["contents"]) if found else ""

    def _place(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri}, "position": {"line": line - 1, "character": column - 1}}


def _plain(told: Any) -> str:
    return str(told.get("value", "")) if isinstance(told, dict) else str(told)
