"""Records as open data: one description of their fields makes JSON, its JSON Schema, CSV, a workbook and GeoJSON."""
