"""Small maps, drawn at build (SVG)."""
