"""The texts in Markdown: which there are, and what may stand in them."""
