"""Reads a document: who says what, about what, where and when, with which figure, how sure."""

from twosource.reading.reader import READER, read_document, report_id

__all__ = ["READER", "read_document", "report_id"]
