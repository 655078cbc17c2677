"""Text that stands inside the page without being able to leave its element."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from coalitions.errors import CoalitionsError
from coalitions.explorer.modules import joined, web_text

# "<", ">" and "&" could close or open an element; U+2028 and U+2029 end a line in older scripts;
# half a surrogate pair has no UTF-8.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# The indent of a line, with the comments that have the lines before it.
_INDENT = re.compile(
    r"^[ \t]*(?:(?:/\*(?:(?!\*/).)*\*/[ \t]*\n|//[^\n]*\n)[ \t]*)*", re.MULTILINE | re.DOTALL
)
_MAIN = "panel/main.js"
_ENGINE = "templates/lib/vis-9.1.2/vis-network.min.js"


def json_text(value: object) -> Markup:
    r"""Return JSON that may stand inside a script element of any page.

    Parameters
    ----------
    value : object
        Anything JSON can hold; no NaN and no infinity.

    Returns
    -------
    Markup
        JSON in which no character can end the element.

    Examples
    --------
    >>> print(json_text({"name": "</script>"}))
    {"name":"\u003c/script\u003e"}
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    escaped = _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return Markup(escaped)  # noqa: S704 - escaped on the line above


def style() -> Markup:
    """Return the style sheet."""
    return Markup(_terse(web_text("explorer.css")))  # noqa: S704 - a file of this package


def program() -> Markup:
    """Return the page's script: its modules, joined in one scope of their own."""
    parts = _terse(joined(_MAIN))
    return Markup(f'(() => {{\n"use strict";\n{parts}}})();\n')  # noqa: S704 - files of this package


def engine() -> Markup:
    """Return vis-network as pyvis bundles it.

    Raises
    ------
    CoalitionsError
        If the installed pyvis carries another vis-network.
    """
    # pyvis itself is not imported: it would bring IPython along.
    found = find_spec("pyvis")
    folders = (found and found.submodule_search_locations) or ()
    path = next((path for folder in folders if (path := Path(folder, _ENGINE)).is_file()), None)
    if path is None:
        raise CoalitionsError(
            f"The installed pyvis has no {_ENGINE}: the page needs pyvis 0.3.2. "
            'Run: pip install "pyvis==0.3.2"'
        )
    # A browser reads CR LF as LF before it takes the hash; the source map is not there to fetch.
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    text = re.sub(r"\n?//# sourceMappingURL=\S*", "", text)
    return Markup(text)  # noqa: S704 - the library's own file, whose hash the policy names


def policy(styles: str, *scripts: str) -> str:
    """Return a Content-Security-Policy that lets these texts run and lets nothing be fetched.

    Parameters
    ----------
    styles : str
        Text of the one style element.
    *scripts : str
        Texts of the script elements.

    Returns
    -------
    str
        Value of the ``content`` attribute.

    Examples
    --------
    >>> policy("", "").split("; ")[0]
    "default-src 'none'"
    """
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(_hash(text) for text in scripts),
            f"style-src {_hash(styles)}",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _terse(text: str) -> str:
    """Return a script or style without indents and the comments that have lines of their own."""
    return _INDENT.sub("", text)
