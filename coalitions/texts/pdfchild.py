"""Read a PDF from standard input, in a process that may take no more than it is given."""

from __future__ import annotations

import io
import logging
import sys

#: So many letters are a library, and no document.
_MOST = 10_000_000


def main() -> None:
    """Write the text of each page, a form feed between them; why there is none goes to stderr."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    try:
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        pass  # the time limit of who started this stays
    logging.disable(logging.CRITICAL)
    try:
        _write(sys.stdin.buffer.read())
    except MemoryError:
        sys.exit("why: a PDF that takes more memory than a document does")
    except RecursionError:
        sys.exit("why: a PDF that refers to itself without end")
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything
        sys.exit(f"why: a PDF that is not whole ({type(error).__name__})")


def _write(raw: bytes) -> None:
    from pypdf import PdfReader  # noqa: PLC0415 - in here alone

    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        sys.exit("why: a PDF that a password protects: save it without one")
    pages, letters = list[str](), 0
    for page in reader.pages:
        pages.append(page.extract_text())
        letters += len(pages[-1])
        if letters > _MOST:
            sys.exit("why: a PDF with more text than a document has: cut the list out of it")
    sys.stdout.buffer.write("\f".join(pages).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
