"""Pages of HTML from templates that are beside the code of a room."""

from __future__ import annotations

from coalitions.files.cleaning import numbers_behind


def page_from(room: str, template: str, **words: object) -> str:
    """Return a template, filled in: what is given is text, and a word that is missing an error.

    Parameters
    ----------
    room : str
        Module in whose folder the template is, such as ``coalitions.report``.
    template : str
        Name of its file.
    **words : object
        What it speaks of.

    Returns
    -------
    str
        HTML without a line end at the end.
    """
    # Heavy, and the command line's help needs this room.
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - see above

    environment = Environment(
        loader=PackageLoader(room, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return numbers_behind(environment.get_template(template).render(**words))
