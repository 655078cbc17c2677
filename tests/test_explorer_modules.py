"""The page's scripts: what they take from one another, how they are joined, what each may do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from coalitions.explorer.inline import program
from coalitions.explorer.modules import joined

WEB = Path(__file__).parent.parent / "coalitions" / "explorer" / "web"
MODULES = sorted(path.relative_to(WEB).as_posix() for path in WEB.rglob("*.js"))
ROOMS = ("model", "picture", "panel")

A = "export function a() { return b(); }\n"
B = "export const b = () => 1;\n"


def of(**texts: str) -> str:
    """Join modules of these texts, each in a file of its name; the first is what is wanted."""
    files = {f"{name}.js": text for name, text in texts.items()}
    return joined(next(iter(files)), files.__getitem__)


# How they are joined


def test_a_module_stands_once_and_after_those_it_takes_from() -> None:
    script = of(
        main='import { a } from "./a.js";\nimport { b } from "./b.js";\na(b);\n',
        a='import { b } from "./b.js";\n' + A,
        b=B,
    )
    assert re.findall(r"^const \$(\w+) = \(\(\) => \{$", script, re.MULTILINE) == ["b", "a", "main"]
    assert "import" not in script
    assert "export" not in script
    assert "const { b } = $b;" in script
    assert "return { a };" in script


def test_names_may_stand_in_lines_and_files_in_folders() -> None:
    texts = {
        "panel/main.js": 'import {\n  one, two,\n  three,\n} from "../model/all.js";\none(two);\n',
        "model/all.js": "export async function one() {}\nexport class two {}\n"
        "export const three = 3;\n",
    }
    script = joined("panel/main.js", texts.__getitem__)
    assert "const { one, two, three } = $model_all;" in script
    assert "return { one, two, three };" in script


def test_two_modules_may_use_the_same_name_for_themselves(node: str) -> None:
    script = of(
        main='import { a } from "./a.js";\nconst own = 2;\nconsole.log(own, a);\n',
        a="const own = 1;\nexport const a = own;\n",
    )
    done = subprocess.run([node, "-e", script], capture_output=True, text=True, check=True)
    assert done.stdout == "2 1\n"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"a": 'import { b } from "./a.js";\n'}, "in a circle: a.js → a.js"),
        (
            {
                "main": 'import { a } from "./a.js";\n',
                "a": 'import { b } from "./b.js";\n' + A,
                "b": 'import { a } from "./a.js";\n' + B,
            },
            "in a circle: a.js → b.js → a.js",
        ),
        ({"a": 'import { c } from "./b.js";\n', "b": B}, "a.js: b.js exports no c"),
        ({"a": 'import { own } from "./b.js";\n', "b": "const own = 1;\n"}, "b.js exports no own"),
        ({"a": 'import { c } from "./c.js";\n'}, "c.js, which a.js imports: there is no such"),
        ({"a": 'import * as b from "./b.js";\n'}, 'a.js: "import * as b from "./b.js";": expec'),
        ({"a": 'import b from "./b.js";\n'}, 'a.js: "import b from'),
        ({"a": 'import { b as c } from "./b.js";\n'}, 'a.js: "import { b as c } from'),
        ({"a": 'import "./b.js";\n'}, 'a.js: "import "./b.js";": expected import { names }'),
        ({"a": 'import { b } from "b";\n'}, 'a.js: "import { b } from "b";": expected'),
        ({"a": 'const b = await import("./b.js");\n'}, 'a.js: "import("./b.js");": expected'),
        ({"a": "export default 1;\n"}, 'a.js: "export default 1;": expected'),
        ({"a": "export let a = 1;\n"}, 'a.js: "export let a = 1;": expected'),
        ({"a": "export const { a } = b;\n"}, 'a.js: "export const { a } = b;": expected'),
        ({"a": "const a = 1;\nexport { a };\n"}, 'a.js: "export { a };": expected'),
        ({"a": 'export { b } from "./b.js";\n'}, 'a.js: "export { b } from'),
    ],
)
def test_what_cannot_be_joined_is_refused(texts: dict[str, str], said: str) -> None:
    with pytest.raises(ImportError, match=re.escape(said)):
        of(**texts)


def test_the_page_has_every_module() -> None:
    script = joined("panel/main.js")
    names = re.findall(r"^const \$(\w+) = \(\(\) => \{$", script, re.MULTILINE)
    assert sorted(names) == sorted(re.sub(r"\W", "_", path[:-3]) for path in MODULES)
    assert str(program()) == str(program())


# What each may do


def taken(path: str) -> dict[str, set[str]]:
    """Return what a module takes, by the module it takes it from."""
    text = (WEB / path).read_text(encoding="utf-8")
    found = re.findall(r'^import \{([^}]*)\} from "([^"]*)";$', text, re.MULTILINE)
    return {
        (WEB / path).parent.joinpath(other).resolve().relative_to(WEB).as_posix(): set(
            re.findall(r"\w+", names)
        )
        for names, other in found
    }


def code(path: str) -> str:
    """Return a module without comments, texts and what it takes."""
    text = (WEB / path).read_text(encoding="utf-8")
    text = re.sub(r'^import \{[^}]*\} from "[^"]*";$', "", text, flags=re.MULTILINE)
    text = re.sub(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", "", text, flags=re.DOTALL)
    return re.sub(r'"[^"\n$]*"', '""', text)


@pytest.mark.parametrize("path", MODULES)
def test_a_room_takes_from_rooms_before_it(path: str) -> None:
    room = ROOMS.index(path.split("/", maxsplit=1)[0])
    assert {ROOMS.index(other.split("/")[0]) for other in taken(path)} <= set(range(room + 1))


@pytest.mark.parametrize("path", MODULES)
def test_a_module_uses_all_that_it_takes(path: str) -> None:
    words = set(re.findall(r"\w+", code(path)))
    for other, names in taken(path).items():
        assert names <= words, other


#: What a browser and the language give, and what is a word of the language.
GIVEN = {
    "Blob", "Boolean", "DOMMatrix", "DOMParser", "Float64Array", "Function",
    "IntersectionObserver", "Map", "Number",
    "Promise", "ResizeObserver", "Set", "String", "URL", "URLSearchParams", "Uint32Array",
    "Uint8Array",
    "atob", "clearTimeout", "getComputedStyle", "parseInt", "queueMicrotask", "setTimeout", "async",
    "catch", "for", "function", "if", "return", "switch", "while", "of", "in", "super",
    "matrix", "url",  # of SVG
}  # fmt: skip


@pytest.mark.parametrize("path", MODULES)
def test_a_module_calls_what_it_has_or_takes(path: str) -> None:
    text = code(path)
    called = set(re.findall(r"(?<![\w.$])([A-Za-z_]\w*)\(", text.replace("...", " ")))
    own = set(re.findall(r"\b(?:function\*?|const|let|class) (\w+)", text))
    own |= set(re.findall(r"^ +\*?(\w+)\([^()]*\) \{", text, re.MULTILINE))  # methods
    arguments = re.findall(r"\(([^()]*)\)(?: =>| \{)|\b(\w+) =>|const [\[{]([^=]*?)[\]}] =", text)
    own |= {word for match in arguments for part in match for word in re.findall(r"\w+", part)}
    assert called - own - GIVEN <= set().union(*taken(path).values())


@pytest.mark.parametrize("path", [path for path in MODULES if path.startswith("model/")])
def test_the_model_knows_no_page(path: str) -> None:
    text = code(path)
    if path == "model/data.js":  # the one place where the records are read
        text = text.replace('document.getElementById("")', "", 1)
    assert not re.search(r"\b(?:document|window|location|history|vis|getComputedStyle)\b", text)


def test_no_module_asks_which_view_it_is() -> None:
    for path in MODULES:
        text = (WEB / path).read_text(encoding="utf-8")
        assert not re.search(r'(?i:view)\b(?:\.key)?\s*[!=]==\s*"', text), path


def test_the_model_holds_without_a_browser(node: str) -> None:
    tests = sorted(str(path) for path in (Path(__file__).parent / "web").glob("*.test.mjs"))
    command = [node, "--test", *tests]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert (
        int(re.search(r"^# pass (\d+)$|ℹ pass (\d+)", done.stdout, re.MULTILINE)[0].split()[-1])
        > 10
    )
