"""The page's ES modules as one classic script: a bundler of just what they need.

A module of ``web/`` states what it takes from others and gives to them in one form only:
``import { one, other } from "./file.js";`` at the start of a line, and ``export`` before a
``function``, ``async function``, ``const`` or ``class`` there. So what is given never changes its
value, and a module can be a function that is called once, after those it takes from.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reading = Callable[[str], str]

_IMPORT = re.compile(
    r'^import \{\s*(\w+(?:,\s*\w+)*),?\s*\} from "(\.[^"\n]*\.js)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE)
_OTHERWISE = re.compile(r"^[ \t]*(?:import\b|export\b).*|\bimport\s*\(.*", re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """One file: what it takes from which others, what it gives, and the rest of its text."""

    path: str
    taken: Mapping[str, tuple[str, ...]]
    given: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        """What the script calls it: no name that a module gives has a dollar sign."""
        return "$" + re.sub(r"\W", "_", self.path.removesuffix(".js"))

    def script(self, others: Mapping[str, Module]) -> str:
        """Return it as a function that is called at once, and returns what it gives."""
        lines = [
            f"const {{ {', '.join(names)} }} = {others[path].name};"
            for path, names in self.taken.items()
        ]
        lines += [self.text.rstrip("\n")]
        if self.given:
            lines += [f"return {{ {', '.join(self.given)} }};"]
        body = "\n".join(lines)
        return f"const {self.name} = (() => {{\n{body}\n}})();\n"


def joined(entry: str, read: Reading | None = None) -> str:
    r"""Return a module, and before it all it needs, as text for one scope of a classic script.

    Parameters
    ----------
    entry : str
        Path of the module within ``web/``.
    read : callable, optional
        Gives the text of a path; by default those of this package.

    Returns
    -------
    str
        Each module once, after those it takes from; ``model/data.js`` is the constant
        ``$model_data``, an object of what it gives.

    Raises
    ------
    ImportError
        If modules need each other in a circle, a file is not there, a name is not given where it
        is asked for, or a module takes or gives in another form.

    Examples
    --------
    >>> texts = {
    ...     "a.js": 'import { two } from "./b.js";\nalert(two);\n',
    ...     "b.js": "export const two = 2;\n",
    ... }
    >>> print(joined("a.js", texts.__getitem__))
    const $b = (() => {
    const two = 2;
    return { two };
    })();
    const $a = (() => {
    const { two } = $b;
    alert(two);
    })();
    <BLANKLINE>
    """
    found: dict[str, Module] = {}
    _collect(entry, (), found, read or web_text)
    for module in found.values():
        for path, names in module.taken.items():
            for name in names:
                if name not in found[path].given:
                    raise ImportError(f"{module.path}: {path} exports no {name}")
    return "".join(module.script(found) for module in found.values())


def _collect(path: str, above: tuple[str, ...], found: dict[str, Module], read: Reading) -> None:
    """Put a module into the order, after those it takes from."""
    if path in found:
        return
    if path in above:
        circle = " → ".join([*above[above.index(path) :], path])
        raise ImportError(f"modules import one another in a circle: {circle}")
    try:
        text = read(path)
    except (KeyError, OSError) as error:
        asked = f", which {above[-1]} imports" if above else ""
        raise ImportError(f"{path}{asked}: there is no such module") from error
    module = _module(path, text)
    for other in module.taken:
        _collect(other, (*above, path), found, read)
    found[path] = module


def _module(path: str, text: str) -> Module:
    folder = posixpath.dirname(path)
    taken: dict[str, tuple[str, ...]] = {}
    for names, other in _IMPORT.findall(text):
        target = posixpath.normpath(posixpath.join(folder, other))
        taken[target] = (*taken.get(target, ()), *re.findall(r"\w+", names))
    given = tuple(_EXPORT.findall(text))
    rest = _EXPORT.sub("", _IMPORT.sub("", text))
    other = _OTHERWISE.search(rest)
    if other:
        raise ImportError(
            f'{path}: "{other.group().strip()}": expected import {{ names }} from "./file.js"; or '
            "export before function, async function, const or class"
        )
    return Module(path, taken, given, rest)


@cache
def web_text(path: str) -> str:
    """Return a file of the page, its lines ended by LF wherever it was unpacked."""
    file = resources.files("coalitions.explorer").joinpath("web", *path.split("/"))
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")
