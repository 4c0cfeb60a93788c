"""What other programs take away: a base's holdings in the formats that they read."""

from lagebild.export.export import Exported, export, export_to
from lagebild.export.formats import FORMATS, Format
from lagebild.export.options import Options

__all__ = ["FORMATS", "Exported", "Format", "Options", "export", "export_to"]
