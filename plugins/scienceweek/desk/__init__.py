"""The staff's desk: notices and tables in, drafts and tables out. What is read here becomes records only by way of ``data/``."""
