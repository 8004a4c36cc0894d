"""Tables of staff: the records of ``data/`` as a workbook, and the workbook taken back."""
