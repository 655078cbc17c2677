"""Words of a user's own around figures, page and report: beside ours, never instead of a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from coalitions.errors import ChoiceError, told
from coalitions.files import legible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coalitions.findings.around import Words

#: What ends a sentence by itself.
_ENDS = (".", "!", "?", "…", "。", "؟", ":")
#: What stands where no list says where it is from.
_NO_SOURCE = ("", "not stated")


class OwnWords(TypedDict, total=False):
    """Words of your own; what is not given, or None, is ours."""

    #: Instead of the finding; "" for none.
    title: str | None
    #: Below the title; what stands there else, such as what is drawn, moves to the foot.
    subtitle: str | None
    #: A sentence that stands first at the foot; on a page below the subtitle.
    note: str | None
    #: Beside the sources of the lists.
    source: str | None
    #: Who made it, as it shall stand there: "Graphic: Ada Lane".
    credit: str | None


def own_words(given: Mapping[str, object]) -> dict[str, str]:
    r"""Return what is given of a user's own words, each in one line.

    Raises
    ------
    ChoiceError
        One that is no text.

    Examples
    --------
    >>> own_words({"title": "Who stood\nwith whom", "note": None})
    {'title': 'Who stood with whom'}
    """
    found = {}
    for name in (name for name in OwnWords.__annotations__ if given.get(name) is not None):
        text = given[name]
        if not isinstance(text, str):
            raise ChoiceError(f"`{name}`: {told(text)}: expected words, as text")
        found[name] = legible(" ".join(text.split()))
    return found


def in_own_words(said: Words, own: Mapping[str, str]) -> Words:
    """Return the words around a figure with a user's own among them.

    A title and a subtitle stand instead of ours; our subtitle, which says what is drawn, moves to
    the foot. What is known of the lists stays where it is.

    Examples
    --------
    >>> from coalitions.findings.around import Words
    >>> ours = Words("1 state signed", "Who signed.", ("1 of 2 named.", "Source: A.", "Undated."))
    >>> in_own_words(ours, {"subtitle": "Two letters", "source": "B", "credit": "Graphic: C"}).foot
    ('Who signed.', '1 of 2 named.', 'Source: B; A.', 'Graphic: C. Undated.')
    """
    if not own:
        return said
    *known, source, made = said.foot
    moved = [said.subtitle] if "subtitle" in own else []
    note = [sentence_of(own["note"])] if own.get("note") else []
    if own.get("source"):
        ours = source.removeprefix("Source: ") if source.startswith("Source: ") else ""
        source = f"Source: {with_own_source(own['source'], ours.rstrip('.'))}."
    if own.get("credit"):
        made = f"{sentence_of(own['credit'])} {made}"
    return said._replace(
        title=own.get("title", said.title),
        subtitle=own.get("subtitle", said.subtitle),
        foot=(*note, *moved, *known, source, made),
    )


def with_own_source(own: str, ours: str) -> str:
    """Return the sources of the lists with a user's own before them.

    Examples
    --------
    >>> with_own_source("Press release", "Reuters"), with_own_source("Reuters.", "not stated")
    ('Press release; Reuters', 'Reuters')
    """
    own = own.rstrip(". ")
    if not own:
        return ours
    return own if ours in (*_NO_SOURCE, own) else f"{own}; {ours}"


def sentence_of(text: str) -> str:
    """Return words with a full stop, unless they end a sentence by themselves.

    Examples
    --------
    >>> sentence_of("Graphic: Ada Lane"), sentence_of("Why?")
    ('Graphic: Ada Lane.', 'Why?')
    """
    return text if text.endswith(_ENDS) else f"{text}."


def under_figures(own: Mapping[str, str]) -> dict[str, str]:
    """Return what of a report's own words stands under each of its figures, too.

    Examples
    --------
    >>> under_figures({"title": "Two letters", "credit": "Graphic: Ada Lane"})
    {'credit': 'Graphic: Ada Lane'}
    """
    return {name: own[name] for name in ("source", "credit") if name in own}
