"""Faces of the system that have letters which the font of figures lacks: Chinese, Korean, Thai."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The font of figures.
OURS = "DejaVu Sans"
#: How the names of faces begin that systems bring along for other scripts, the best first. A face
#: is asked only for letters that ours lacks, so that no other system draws another picture.
OTHERS = (
    "Noto Sans CJK",
    "Noto Sans SC",
    "Noto Sans JP",
    "Noto Sans KR",
    "Noto Sans TC",
    "Noto Sans Hans",
    "Source Han Sans",
    "PingFang",
    "Hiragino Sans",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "WenQuanYi",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "Noto Sans",
    "Noto Naskh",
)
#: Weight of normal type, and how far from it a face may be.
NORMAL, NEAR = 400, 100


@cache
def _installed(number: int) -> dict[str, str]:
    """Return the other faces that are there, upright and of normal weight, and their files.

    ``number`` of all faces: there may be more later.
    """
    del number
    entries = [
        each
        for each in fontManager.ttflist
        if each.style == "normal" and each.name.startswith(OTHERS) and _is_near(each.weight)
    ]

    def place(name: str) -> tuple[int, str]:
        return next(n for n, begin in enumerate(OTHERS) if name.startswith(begin)), name

    by_weight = sorted(entries, key=lambda e: (-abs(int(e.weight) - NORMAL), e.fname))
    files = {e.name: e.fname for e in by_weight}  # the last of a name is the nearest to normal
    return {name: files[name] for name in sorted(files, key=place)}


def _is_near(weight: object) -> bool:
    """Say whether a weight is about that of normal type."""
    return str(weight).isdigit() and abs(int(str(weight)) - NORMAL) <= NEAR


@cache
def _has(file: str, letter: str) -> bool:
    return bool(get_font(file).get_char_index(ord(letter)))


@cache
def is_ours(letter: str) -> bool:
    """Say whether the font of figures has a letter.

    Examples
    --------
    >>> is_ours("ü"), is_ours("中")
    (True, False)
    """
    return _has(findfont(FontProperties(family=OURS)), letter)


def faces_for(text: Iterable[str]) -> tuple[str, ...]:
    """Return the faces in which a text is set: ours, and those that have what it lacks.

    Examples
    --------
    >>> faces_for("Türkiye")
    ('DejaVu Sans',)
    """
    lacking = [letter for letter in dict.fromkeys(text) if letter > "\x7f" and not is_ours(letter)]
    found = (_face(letter) for letter in lacking)
    return (OURS, *dict.fromkeys(name for name in found if name))


def is_set(letter: str) -> bool:
    """Say whether some face has a letter."""
    return is_ours(letter) or bool(_face(letter))


def _face(letter: str) -> str:
    """Return the first face that has a letter; "" where none has."""
    faces = _installed(len(fontManager.ttflist))
    return next((name for name, file in faces.items() if _has(file, letter)), "")
