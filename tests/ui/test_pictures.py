"""The README's pictures show what the program draws today."""

from pathlib import Path

from tests.ui.pictures import PICTURES, drawn, lines_of

README = Path(__file__).parent.parent.parent / "README.md"


async def test_pictures_in_the_readme_are_what_the_program_draws(monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    shown, pictures = README.read_text(encoding="utf-8"), await drawn()
    assert sorted(f"{name}.svg" for name in pictures) == sorted(path.name for path in PICTURES.iterdir())
    for name, picture in pictures.items():
        assert f"(game/ui/pictures/{name}.svg)" in shown
        kept = lines_of((PICTURES / f"{name}.svg").read_text(encoding="utf-8"))
        assert len(kept) > 20
        told = f"{name}.svg is not what is drawn today; python -m tests.ui.pictures draws all of them anew"
        assert lines_of(picture) == kept, told
