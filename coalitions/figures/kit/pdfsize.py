"""A PDF at another size: its page is enlarged, and with it all that is drawn there."""

from __future__ import annotations

import re

_PAGE = re.compile(
    rb"(\d+) 0 obj\n(<< /Type /Page /Parent .*?/MediaBox \[) 0 0 ([\d.]+) ([\d.]+) \]"
    rb"(.*?)/Contents (\d+) 0 R(.*?>>)\nendobj",
    re.DOTALL,
)
_TRAILER = re.compile(
    rb"trailer\n<< /Size (\d+) /Root (\d+ 0 R) /Info (\d+ 0 R) >>\nstartxref\n(\d+)\n%%EOF\n$"
)


def pdf_scaled(pdf: bytes, scale: float) -> bytes:
    """Return a PDF of one page, as matplotlib writes it, that prints so many times as large.

    What is there stays; a new page, which scales it, is written behind it, as the format provides
    (ISO 32000-1, 7.5.6: incremental updates).
    """
    page, trailer = _PAGE.search(pdf), _TRAILER.search(pdf)
    if scale == 1 or page is None or trailer is None:
        return pdf
    number, size = int(page[1]), int(trailer[1])
    wide, tall = (round(float(side) * scale, 4) for side in (page[3], page[4]))
    drawing = f"{scale:.6f} 0 0 {scale:.6f} 0 0 cm".encode()
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        size,
        len(drawing),
        drawing,
    )
    box = f" 0 0 {wide:g} {tall:g} ]".encode()
    contents = b"/Contents [ %d 0 R %s 0 R ]" % (size, page[6])
    new_page = b"%d 0 obj\n%s%s%s%s%s\nendobj\n" % (
        number,
        page[2],
        box,
        page[5],
        contents,
        page[7],
    )
    at = len(pdf)
    table = at + len(new_page) + len(stream)
    entries = b"xref\n0 1\n%010d 65535 f \n%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (
        0,
        number,
        at,
        size,
        at + len(new_page),
    )
    end = b"trailer\n<< /Size %d /Root %s /Info %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size + 1,
        trailer[2],
        trailer[3],
        trailer[4],
        table,
    )
    return pdf + new_page + stream + entries + end
