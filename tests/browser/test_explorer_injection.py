"""Markup, links and template syntax in the data do nothing: all of it is shown as text."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd
import pytest
from pages import answer, download, picture, show_view

from coalitions.explorer.page import explorer_html

if TYPE_CHECKING:
    from pages import Show

pytestmark = pytest.mark.usefixtures("text_of_any_letters")

RUN = "document.title='run'"
#: Ways into a page, each with a script that would rename it: markup, attributes, links, the ends of
#: elements, other parsers, other languages' templates, odd letters, and names that objects have.
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</script>",
    f"<script\n>{RUN}</script\t>",
    f"<script src=data:,{RUN}></script>",
    f"<script type=module>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=`x`onerror={RUN}>",
    f'<img src="x" onerror="{RUN}">',
    f"<IMG SRC=x oNeRrOr={RUN}>",
    f"<img/src/onerror={RUN}>",
    f"<img srcset=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set onbegin={RUN} attributename=x>",
    f"<svg><a xlink:href=javascript:{RUN}><text>x</text></a>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x' onload='{RUN}'/>#x\">",
    f"<math><mtext><mglyph><style><img src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<iframe src=javascript:{RUN}>",
    f'"><iframe srcdoc="<script>parent.{RUN}</script>">',
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<form action=javascript:{RUN}><button>go</button></form>",
    f"<button formaction=javascript:{RUN}>go</button>",
    f"<a href=javascript:{RUN}>go</a>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<base href=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/a.css>",
    "<style>@import 'https://example.org/a.css'</style>",
    "<style>*{background:url(https://example.org/a.png)}</style>",
    f'" onmouseover="{RUN}',
    f"' onmouseover='{RUN}",
    f"x onfocus={RUN} autofocus tabindex=1",
    f'" autofocus onfocus="{RUN}" x="',
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" javascript:{RUN}",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"javascript://example.org/%0a{RUN}",
    f"vbscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "file:///etc/passwd",
    f"https://example.org/ onclick={RUN}",
    f'https://example.org/"onclick="{RUN} | javascript:{RUN}',
    "<!--",
    "<!--<script>",
    "--><!--",
    "<![CDATA[",
    f"]]><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</noscript><script>{RUN}</script>",
    f"</text></svg><script>{RUN}</script>",
    "{{ 7 * 7 }}{% raw %}",
    "{{ page.program }}",
    f'{{{{constructor.constructor("{RUN}")()}}}}',
    f"${{{RUN}}}",
    f"#{{{RUN}}}",
    f"<%= {RUN} %>",
    f"`;{RUN}//",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"\u2028{RUN}\u2029",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"\u202e{RUN}\u202c",
    "\x00<b>\x0b\x1f",
    "\ud800 half a pair",
    f"'-{RUN}-'",
    f"\\';{RUN}//",
    f'");{RUN}//',
    "__proto__",
    "constructor",
    "toString",
    "=HYPERLINK(1)",
]  # fmt: skip


#: Open the card of each signatory and of its statement, with the notes; count those with a title.
CARDS = """() => [...document.querySelectorAll("#rows button")].filter((button) => {
  button.click();
  document.querySelector("#card button.name").click();
  document.querySelector("#card summary").click();
  return document.querySelector("#card h2").textContent.trim() !== "";
}).length"""
#: Search for each text; count the answers.
SEARCHES = """(texts) => texts.filter((text) => {
  const box = document.getElementById("search");
  box.value = text;
  box.dispatchEvent(new InputEvent("input"));
  return document.querySelectorAll("#results li").length > 0 || !/[\\p{L}\\p{N}]/u.test(text);
}).length"""
BATCH = 31  # payloads on one page


def page_of(payloads: list[str]) -> str:
    """Return a page on which each payload stands wherever a corpus can put text."""
    words = " ".join(payloads)
    graph = nx.Graph(
        kind="two-mode", universe=99, method=words, source=words, completeness=words, last_date=""
    )
    for text in payloads:
        graph.add_node(
            text, kind="statement", label=text, group=text, count=2, side="neither", stance=text,
            date=text, event=text, declared=2, named=1, title=text, source_url=text, notes=text,
        )  # fmt: skip
        graph.add_node(
            text + "2", kind="signatory", label=text, name=text, group=text, count=1,
            side="neither",
        )  # fmt: skip
        graph.add_edge(text, text + "2", kind="signed", shared=1, weight=1.0, role=text)
    looks = pd.DataFrame(
        [
            {"colour": "#000000", "size": 20.0, "label": graph.nodes[key]["label"], "x": 40.0 * n,
             "y": 0.0}
            for n, key in enumerate(graph)
        ],
        index=list(graph),
    )  # fmt: skip
    return explorer_html(
        graph, looks, aliases={text + "2": (text,) for text in payloads}, title=f"Title {words}",
        cosigning=looks,
    )  # fmt: skip


def test_there_are_at_least_sixty() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize(
    "payloads",
    [PAYLOADS[place : place + BATCH] for place in range(0, len(PAYLOADS), BATCH)],
    ids=lambda payloads: f"{len(payloads)} from {payloads[0][:20]!a}",
)
def test_markup_in_the_data_does_nothing(show: Show, payloads: list[str]) -> None:
    page = show(page_of(payloads), size=(1280, 2000))
    # In the page itself: a hundred cards by hand would take minutes.
    assert page.evaluate(CARDS) == len(payloads)
    page.locator("button.region").first.click()
    page.get_by_role("radio").nth(1).check(force=True)
    assert page.evaluate(SEARCHES, payloads) == len(payloads)
    page.get_by_role("searchbox", name="Find a signatory").fill(payloads[0])
    page.keyboard.press("Escape")
    for view in ("Matrix", "Co-signing", "Network"):
        show_view(page, view)
    # The files hold it as text too: they are well-formed, whatever is in the data.
    picture(page)
    assert nx.read_gexf(io.BytesIO(download(page, "GEXF"))).number_of_nodes()
    page.reload()  # with all of it in the address
    assert "of 99 " in answer(page)
    assert page.title().startswith("Title ")
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, svg, object, embed, style + style").count() == 0
    hrefs = [link.get_attribute("href") for link in page.get_by_role("link").all()]
    assert all(str(href).startswith("https://example.org/") for href in hrefs)
    data = json.loads(page.locator("#coalitions-data").inner_text())
    titles = [node["title"] for node in data["nodes"] if node["kind"] == "statement"]
    assert titles in (payloads, [text.replace("\ud800", "\ufffd") for text in payloads])
