"""Make the pictures of figures in README and notebooks: a network, a gallery, a contact sheet."""

from __future__ import annotations

import io
import math
from pathlib import Path

from PIL import Image, ImageColor

from coalitions import Corpus, load, looks, select
from coalitions.errors.problems import CoalitionsError
from coalitions.figures.registry import FIGURES

PICTURES = Path(__file__).parents[1] / "notebooks" / "pictures"
GAP = 24
#: Kinds that are shown of many statements; sizes on the contact sheet and their widths (pixels).
SERIES = ("flow", "timeline", "backbone", "communities")
LETTERS = ["2020-10-unga3-xinjiang-hongkong-germany", "2022-10-unga3-xinjiang-canada"]
SMALL = {"column": 150, "page": 230, "slide": 300}


def shown(kind: str) -> Corpus:
    """Return what a kind is shown of: a series where it draws one, else one day."""
    if kind in SERIES:
        return load("un-china")
    return load("unga75")


def picture(corpus: Corpus, kind: str, width: int, **how: str) -> Image.Image | None:
    """Return a figure as a picture of a width (pixels), or nothing where there is none."""
    try:
        figure = FIGURES[kind](corpus, **how).figure.figure
    except CoalitionsError:
        return None
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=300)
    drawn = Image.open(buffer).convert("RGB")
    return drawn.resize((width, drawn.height * width // drawn.width), Image.Resampling.LANCZOS)


def columns(pictures: list[Image.Image], number: int) -> Image.Image:
    """Set pictures into columns, each below the shortest column so far."""
    width = pictures[0].width
    heights, places = [GAP] * number, []
    for each in pictures:
        at = heights.index(min(heights))
        places.append((GAP + at * (width + GAP), heights[at]))
        heights[at] += each.height + GAP
    sheet = Image.new("RGB", (GAP + number * (width + GAP), max(heights)), looks.HAIRLINE)
    for each, place in zip(pictures, places, strict=True):
        sheet.paste(each, place)
    return sheet


def rows(pictures: list[list[Image.Image]]) -> Image.Image:
    """Set rows of pictures one below the other."""
    width = max(sum(each.width + GAP for each in row) + GAP for row in pictures)
    height = sum(max(each.height for each in row) + GAP for row in pictures) + GAP
    sheet = Image.new("RGB", (width, height), looks.HAIRLINE)
    y = GAP
    for row in pictures:
        x = GAP
        for each in row:
            sheet.paste(each, (x, y))
            x += each.width + GAP
        y += max(each.height for each in row) + GAP
    return sheet


def save(sheet: Image.Image, name: str) -> None:
    """Write a picture small: its few colours as a palette, the grounds' as they are."""
    few = sheet.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    for ground in (looks.HAIRLINE, *(look.ground for look in looks.THEMES.values())):
        exact = ImageColor.getrgb(ground)
        colours = [palette[n : n + 3] for n in range(0, len(palette), 3)]
        near = min(range(len(colours)), key=lambda n: math.dist(colours[n], exact))
        palette[3 * near : 3 * near + 3] = exact
    few.putpalette(palette)
    few.save(PICTURES / name, optimize=True)


def stories() -> None:
    """Draw what README's stories show: two letters, a series, persons."""
    china = load("un-china")
    letters = select(china, statements=LETTERS)
    series = select(china, stance="support")
    persons = load(PICTURES.parent / "stories" / "scientists", members="any")
    known = "From 50 states to 80, most of them known only by their number"
    drawn = {
        "letters": picture(letters, "worldmap", 1036),
        "series": picture(series, "timeline", 1036, title=known, credit="Graphic: Desk"),
        "persons": picture(persons, "network", 1036, title="Max Born signed all three appeals"),
    }
    for name, story in drawn.items():
        assert story is not None
        save(story, f"story-{name}.png")


def main() -> None:
    """Draw all anew into the folder of pictures."""
    network = picture(load("unga75"), "network", 1036)
    assert network is not None
    save(network, "network.png")
    stories()
    gallery = [picture(shown(kind), kind, 520) for kind in FIGURES]
    save(columns([each for each in gallery if each], 3), "gallery.png")
    sheets = []
    for kind in FIGURES:
        corpus = shown(kind) if kind in SERIES else select(load("un-china"), event="hrc44-2020")
        found = [
            picture(
                corpus,
                kind,
                SMALL[size],
                size=size,
                theme=theme,
            )
            for size in SMALL
            for theme in looks.THEMES
        ]
        sheets.append([each for each in found if each])
    save(rows(sheets), "contact-sheet.png")


if __name__ == "__main__":
    main()
