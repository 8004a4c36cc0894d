"""The world's formats; pure: values in, bytes out, or values to embed in a page."""
