"""The only colours there are: what each means on white paper, and what it is on other grounds."""

from __future__ import annotations

#: Side taken over the statements of a graph. Lightness falls in steps, so that it holds in grey.
SIDE_COLOURS = {
    "support": "#27A2BE",
    "critical": "#88633B",
    "both": "#7A0B70",
    "neither": "#CCD2D9",
}
#: Third to sixth side, where there are more than two. Lightness falls between those of the others;
#: with three sides the steps are as wide as with two.
FURTHER_COLOURS = ("#002D00", "#513FD8", "#757E7E", "#090012")

#: Regional groups of the United Nations; "" is none of them.
GROUP_COLOURS = {
    "African": "#AA8933",
    "Asia-Pacific": "#1399F9",
    "Eastern European": "#6D4787",
    "Latin American and Caribbean": "#A04557",
    "Western European and others": "#074E04",
    "": "#8E959B",
}

#: Groups that are not those of the United Nations, in the order in which they are given a colour:
#: as many as a reader who sees fewer hues can tell apart. The rest share the colour of "".
OWN_COLOURS = ("#1399F9", "#AA8933", "#074E04", "#A04557", "#6D4787", "#63123F")

#: Communities, the largest first. The colours least like those of sides come first, so that nobody
#: takes a community for a side. The rest share the colour of "".
COMMUNITY_COLOURS = ("#074E04", "#6D4787", "#AA8933", "#63123F", "#1399F9", "#A04557")

INK, GREY, HAIRLINE, GROUND = "#1D2328", "#626B73", "#D5DADF", "#FFFFFF"
#: Unknown is hatched light grey, never a solid colour.
UNKNOWN, HATCH = "#EEF1F3", "#A9B2BA"
#: Region of the overlap of two statements of one stance; it is no side. Holds in grey.
REGION_COLOURS = {"first": "#C0841A", "second": "#3C6E9E", "both": "#2B1D33"}
#: Light to dark, for amounts.
AMOUNTS = ("#F3F7F8", "#BFE0E8", "#6FBACC", "#2C8CA6", "#12566B")
EDGE_COLOUR = "#AEB6BD"
#: Bars that stand for no side; every other row of a table.
BAR, STRIPE = "#4A5560", "#F6F8F9"

#: Six greys for the regional groups, as far apart in lightness as print allows.
GREYS = ("#000000", "#202020", "#3A3A3A", "#565656", "#747474", "#949494")
#: Greys for one's own groups, the largest first: few, so that each can be told from the others
#: and from that of all the rest. No more stand apart between black and a contrast of 3.
OWN_GREYS = ("#5E5E5E", "#000000", "#303030")
#: Greys for the third to the sixth side, each between two of the others.
FURTHER_GREYS = ("#242424", "#565656", "#7F7F7F", "#000000")

#: Colour on white → on a dark ground: the same hue, and the contrast there that it has on white.
#: Derived by ``tests/make_palette.py``; a test keeps both alike.
ON_DARK = {
    "#27A2BE": "#006E83",
    "#88633B": "#AD865D",
    "#7A0B70": "#FFA3F0",
    "#CCD2D9": "#34393E",
    "#002D00": "#C9FAC4",
    "#513FD8": "#9297FF",
    "#757E7E": "#737C7C",
    "#090012": "#FFFFFF",
    "#AA8933": "#856600",
    "#1399F9": "#0067AD",
    "#6D4787": "#BE95DC",
    "#A04557": "#DA7989",
    "#074E04": "#90D289",
    "#8E959B": "#5F656B",
    "#63123F": "#FFC9DF",
    "#C0841A": "#8E5F00",
    "#3C6E9E": "#5E91C3",
    "#2B1D33": "#F8EEFF",
    "#F3F7F8": "#1C1F20",
    "#BFE0E8": "#1A363D",
    "#6FBACC": "#005867",
    "#2C8CA6": "#1A8099",
    "#12566B": "#7AB8D0",
    "#1D2328": "#EBF3FA",
    "#626B73": "#868F98",
    "#D5DADF": "#2F3337",
    "#FFFFFF": "#15181B",
    "#EEF1F3": "#212325",
    "#A9B2BA": "#474F56",
    "#AEB6BD": "#454C52",
    "#4A5560": "#9EABB7",
    "#F6F8F9": "#1D1E1F",
}

#: Colour on white → the grey that is as bright: what a printer without colours makes of it.
#: Derived like the other.
IN_GREY = {
    "#27A2BE": "#959595",
    "#88633B": "#6A6A6A",
    "#7A0B70": "#434343",
    "#CCD2D9": "#D1D1D1",
    "#002D00": "#252525",
    "#513FD8": "#5A5A5A",
    "#757E7E": "#7C7C7C",
    "#090012": "#030303",
    "#AA8933": "#8D8D8D",
    "#1399F9": "#949494",
    "#6D4787": "#575757",
    "#A04557": "#636363",
    "#074E04": "#424242",
    "#8E959B": "#949494",
    "#63123F": "#343434",
    "#C0841A": "#909090",
    "#3C6E9E": "#6B6B6B",
    "#2B1D33": "#222222",
    "#F3F7F8": "#F6F6F6",
    "#BFE0E8": "#DADADA",
    "#6FBACC": "#AFAFAF",
    "#2C8CA6": "#818181",
    "#12566B": "#4F4F4F",
    "#1D2328": "#222222",
    "#626B73": "#6A6A6A",
    "#D5DADF": "#D9D9D9",
    "#FFFFFF": "#FFFFFF",
    "#EEF1F3": "#F1F1F1",
    "#A9B2BA": "#B1B1B1",
    "#AEB6BD": "#B5B5B5",
    "#4A5560": "#545454",
    "#F6F8F9": "#F8F8F8",
}
