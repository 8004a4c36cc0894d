"""What staff get: Word, Excel, PDF, web pages and plain text, all read into the same paragraphs and tables."""

from scienceweek.desk.documents.document import Block, Cell, Document, DocumentError, Paragraph, Table
from scienceweek.desk.documents.reading import read

__all__ = ["Block", "Cell", "Document", "DocumentError", "Paragraph", "Table", "read"]
