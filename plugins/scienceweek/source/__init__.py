"""How facts are written down, and how they are read: the door for yaml, pydantic, openpyxl and docx."""

from scienceweek.source.loading import Loaded, load
from scienceweek.source.problems import Problem, Severity, SourceError

__all__ = ["Loaded", "Problem", "Severity", "SourceError", "load"]
