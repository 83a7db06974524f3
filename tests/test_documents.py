"""The five documents are kept as they were found: the digests are of the files the dossier was checked against."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "sources"
# sha256 of each document as first kept, byte for byte.
DIGESTS = {
    "soong-stalin-1945-07-12": "5af5b696bbc466d56e388114ffe6f2b7d03a00af698ed61382dae586f1f055d7",
    "soong-molotov-1945-07-10": "0996c9cab538aaab36debf7852f9631c4c5d4521f18b9830ab5701ba21c500e5",
    "harriman-1945-07-10": "28f1a5d771bedc40fbb707e33beee3907537c78c4a2128c357ee5d3b7bb11412",
    "harriman-1945-07-03": "0d0ff49e86cc9e53496ebafedb7f8c3033bff2da551651f860f50e26da9739b9",
    "harriman-1945-07-11": "9222384efdb0f27e84504fa08179860c4541707dd33695f462b530d874d1d0cf",
}


@pytest.mark.parametrize("source", sorted(DIGESTS))
def test_document_is_untouched(source: str):
    text = (SOURCES / source / "text.md").read_bytes()
    assert hashlib.sha256(text).hexdigest() == DIGESTS[source]


def test_no_document_is_missing_from_this_test():
    assert {folder.name for folder in SOURCES.iterdir() if folder.is_dir()} == set(DIGESTS)
