"""A message as a mail program saves it (.eml) → its text."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from coalitions.texts.html import text_of_html

_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)


def text_of_mail(raw: bytes) -> tuple[str, str]:
    r"""Return the text of a message, and how its letters were written.

    Parameters
    ----------
    raw : bytes
        The file.

    Returns
    -------
    tuple of str
        Its plain text, without the marks of what is quoted; where there is none, that of its page.
        Who sent it to whom, its subject and what is attached are left out.

    Raises
    ------
    ValueError
        It is no message, or one whose letters cannot be told.

    Examples
    --------
    >>> text_of_mail(b"Subject: Peru\n\n> Signed by Cuba\n> and Chad\n")
    ('Signed by Cuba\nand Chad\n', 'us-ascii')
    """
    try:
        message = message_from_bytes(raw, policy=policy.default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        content = body.get_content() if body else ""
    except (LookupError, UnicodeError, AttributeError, RecursionError, TypeError) as error:
        raise ValueError(
            "a message (.eml) that cannot be read: copy its words into a text file"
        ) from error
    if not message.keys():
        raise ValueError("no message (.eml), though it is called one: it has no head")
    if body is None or not isinstance(content, str):
        raise ValueError("a message (.eml) without a text: save what is attached, and read that")
    encoding = body.get_content_charset("us-ascii")
    if body.get_content_subtype() == "html":
        return text_of_html(content), encoding
    return _QUOTED.sub("", content), encoding
