"""Crash reports."""

from pathlib import Path

from game.ui.crash import report, sentence


def failing() -> Exception:
    secret = "Chiang would give way at 40 years"
    try:
        raise ValueError("no such thing")
    except ValueError as error:
        assert secret
        return error


def test_report_names_the_error_but_no_values_of_variables(tmp_path):
    path = report(failing(), tmp_path / "crashes")
    text = path.read_text(encoding="utf-8")
    assert "ValueError: no such thing" in text
    assert "Chiang" not in text


def test_report_in_a_folder_that_can_not_be_made_is_none(tmp_path):
    (tmp_path / "file").write_text("")
    assert report(failing(), tmp_path / "file" / "crashes") is None


def test_sentence_is_two_plain_lines():
    for path in (Path("/x/crash.txt"), None):
        assert sentence(path).count("\n") == 1
        assert "Traceback" not in sentence(path)
