"""What the finder knows of each thing, and what one may choose."""
