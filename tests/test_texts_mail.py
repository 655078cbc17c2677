"""Messages as mail programs save them: their text, or one sentence."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from coalitions import CoalitionsError, extract_statements, load
from coalitions.texts import document

SAID = "The statement was signed by Albania, Côte d’Ivoire, Chad and Peru."


def message(plain: str = "", page: str = "") -> bytes:
    made = EmailMessage()
    made["Subject"] = "Statement of Türkiye and Mali"
    made["To"] = "Fiji"
    if plain:
        made.set_content(plain, cte="quoted-printable")
    if page:
        (made.add_alternative if plain else made.set_content)(page, subtype="html")
    return bytes(made)


@pytest.mark.parametrize(
    "raw",
    [
        message(SAID),
        message(SAID, "<p>Signed by Mali and Fiji"),
        message(page=f"<style>Mali</style><p>{SAID}"),
        message(f"> {SAID.replace('Chad', chr(10) + '> Chad')}"),
    ],
)
def test_a_message_is_read_as_its_text(raw, tmp_path):
    text = document(raw, "letter.eml").text
    found = extract_statements(text)
    assert found.statements["signatories"].tolist() == [("ALB", "CIV", "TCD", "PER")]
    (tmp_path / "letter.eml").write_bytes(raw)
    assert load(tmp_path / "letter.eml").named.to_dict() == {"letter": 4}


NESTED = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"Signed by Cuba", "no message"),
        (b"Subject: x\n\n", "no text"),
        (b"Content-Type: text/plain; charset=klingon\n\nCuba", "cannot be read"),
        (b"Content-Type: image/png\n\nCuba", "without a text"),
        (NESTED.encode(), "cannot be read"),
    ],
    ids=["text", "empty", "charset", "picture", "nested"],
)
def test_what_is_no_message_is_refused_in_one_sentence(raw, says):
    with pytest.raises(CoalitionsError, match=says) as refused:
        document(raw, "a.eml")
    assert "\n" not in str(refused.value)
