"""Writing so that nothing is half written: clean text, links, streams, drafts, tables."""

from coalitions.files.cleaning import encodable, from_the_left, is_legible, legible
from coalitions.files.drafts import clear_leftovers, draft, exchange, lock, one_at_a_time
from coalitions.files.links import first_source
from coalitions.files.markup import latex_text, markdown_text
from coalitions.files.parquet import write_parquet
from coalitions.files.spreadsheet import csv_of, csv_text, spreadsheet_unguarded, write_csv
from coalitions.files.streams import discard, end_if_asked, say, standing_streams, write, write_path
from coalitions.files.templates import page_from
from coalitions.files.watchers import tell, told, watching
from coalitions.files.writing import followed, replacing, write_bytes, write_text, write_together

__all__ = [
    "is_legible",
    "legible",
    "encodable",
    "followed",
    "from_the_left",
    "first_source",
    "latex_text",
    "markdown_text",
    "page_from",
    "write",
    "write_path",
    "discard",
    "say",
    "standing_streams",
    "end_if_asked",
    "watching",
    "tell",
    "told",
    "draft",
    "lock",
    "one_at_a_time",
    "clear_leftovers",
    "exchange",
    "replacing",
    "write_together",
    "write_bytes",
    "write_text",
    "write_csv",
    "csv_text",
    "csv_of",
    "write_parquet",
    "spreadsheet_unguarded",
]
